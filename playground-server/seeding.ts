import type { CourseTopic } from "../exercises/topics.ts";
import { problemOf, Refusal } from "./errors.ts";
import type { Log } from "./log/open-log.ts";

const retryDelay = 2_000;

/** Brings the course's logs into Kafka when the server starts, and tries again until Kafka is there. */
export class Seeding {
  /** What keeps lessons from running, for people; empty when all is there. */
  sentence = "The course's logs are being written.";
  #log: Log;
  #topics: CourseTopic[];
  #mayWrite: boolean;
  #tell: (line: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(log: Log, topics: CourseTopic[], mayWrite: boolean, tell: (line: string) => void) {
    this.#log = log;
    this.#topics = topics;
    this.#mayWrite = mayWrite;
    this.#tell = tell;
  }

  /** Tries once, and goes on in the background where Kafka is not there. Does not throw. */
  async start(): Promise<void> {
    try {
      const reports = await this.#log.seed(this.#topics, this.#mayWrite);
      for (const { state, sentence } of reports) if (state !== "complete") this.#tell(sentence);
      this.sentence = reports.find(({ state }) => state === "missing")?.sentence ?? "";
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Once, and not at every attempt.
      if (this.sentence !== error.message) this.#tell(problemOf(error).detail);
      this.sentence = error.message;
      if (!this.#stopped) this.#timer = setTimeout(() => void this.start(), retryDelay).unref();
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
