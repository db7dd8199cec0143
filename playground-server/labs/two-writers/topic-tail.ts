import type { ShownRecord } from "../../../engine/labs/topics/topic-events.ts";
import type { Log } from "../../log/open-log.ts";
import { shownRecord } from "../topics/shown-record.ts";

/** So many of the newest records are remembered: other clients may append any number. */
const remembered = 2_000;

/** The records of a topic as they arrive, from now on, and whoever waits for one. */
export class TopicTail {
  #records: ShownRecord[] = [];
  #arrival = Promise.withResolvers<void>();
  #stop: () => void = () => {};

  private constructor() {
    this.#expectArrival();
  }

  static async open(log: Log, topic: string): Promise<TopicTail> {
    const tail = new TopicTail();
    tail.#stop = await log.watch(topic, {
      onRecord: (_, raw) => tail.#take(shownRecord(raw)),
      // The topic was deleted: whoever waits is told why nothing comes.
      onEnd: (refusal) => tail.#arrival.reject(refusal),
    });
    return tail;
  }

  /** The records of a partition from an offset on, in their order. */
  from(partition: number, offset: number): ShownRecord[] {
    return this.#records.filter((record) => record.partition === partition && record.offset >= offset);
  }

  /** Waits for the first record that matches. Throws the reason of the signal. */
  async find(matches: (record: ShownRecord) => boolean, signal: AbortSignal): Promise<ShownRecord> {
    for (;;) {
      const found = this.#records.find(matches);
      if (found) return found;
      await this.arrival(signal);
    }
  }

  /** Resolves when another record has arrived. Throws the reason of the signal, or why no more come. */
  async arrival(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const aborted = Promise.withResolvers<never>();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    try {
      await Promise.race([this.#arrival.promise, aborted.promise]);
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  close(): void {
    this.#stop();
  }

  #take(record: ShownRecord): void {
    this.#records.push(record);
    if (this.#records.length > remembered) this.#records = this.#records.slice(-remembered / 2);
    this.#arrival.resolve();
    this.#expectArrival();
  }

  #expectArrival(): void {
    this.#arrival = Promise.withResolvers();
    // It may be rejected while nobody waits.
    this.#arrival.promise.catch(() => {});
  }
}
