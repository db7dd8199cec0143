import type { Exercise } from "../../exercises/catalog.ts";
import { readPack, stateOf } from "../../exercises/pack.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { Refusal } from "../errors.ts";
import type { Log } from "../log/open-log.ts";
import { choosePackTopic, renamed } from "./pack-topic.ts";

/** After this long a log that could not be written is tried again at the next request for the pack. */
const retryDelay = 2_000;

/** An exercise of a pack. */
export interface PackExercise extends Exercise {
  /** The pack's title. */
  pack: string;
  /** Its author has changed it since, and the new version cannot be read. */
  previousVersion?: true;
}

interface OpenPack {
  folder: string;
  /** The state of the folder as of which it was read. */
  state: string;
  exercises: PackExercise[];
  topics: CourseTopic[];
  /** The ids of exercises that cannot be read as they are now. */
  broken: string[];
  /** What was said about it, so that it is said once. */
  said: Set<string>;
  /** When its logs are to be tried again; null when they lie in Kafka. */
  retryAt: number | null;
}

/**
 * Exercises from folders beside the course. A folder whose files have changed is read again when somebody asks. What is
 * broken in it is said to the operator; learners go on with the version before it, where there was one.
 */
export class Packs {
  readonly #packs: OpenPack[];
  readonly #courseIds: Set<string>;
  readonly #log: Log;
  readonly #mayWrite: boolean;
  readonly #tell: (line: string) => void;
  readonly #retryDelay: number;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: {
    folders: string[];
    /** The ids of the course's exercises: no pack may use one. */
    courseIds: Iterable<string>;
    log: Log;
    /** Whether logs may be written to this cluster. */
    mayWrite: boolean;
    tell: (line: string) => void;
    retryDelay?: number;
  }) {
    this.#packs = parts.folders.map((folder) => ({
      folder,
      state: "",
      exercises: [],
      topics: [],
      broken: [],
      said: new Set(),
      retryAt: 0,
    }));
    this.#courseIds = new Set(parts.courseIds);
    this.#log = parts.log;
    this.#mayWrite = parts.mayWrite;
    this.#tell = parts.tell;
    this.#retryDelay = parts.retryDelay ?? retryDelay;
  }

  /** The exercises of all packs, as their folders are now. Does not throw. */
  async exercises(): Promise<PackExercise[]> {
    if (this.#packs.length === 0) return [];
    this.#looking = this.#looking.catch(() => {}).then(() => this.#look());
    await this.#looking;
    return this.#packs.flatMap(({ exercises }) => exercises);
  }

  /** Whether an exercise of this id is there and has not been readable yet. */
  isBroken(id: string): boolean {
    return this.#packs.some(({ broken }) => broken.includes(id));
  }

  async #look(): Promise<void> {
    const taken = new Map([...this.#courseIds].map((id) => [id, "the course"]));
    for (const pack of this.#packs) {
      const state = await stateOf(pack.folder);
      if (state !== pack.state) await this.#read(pack, state, taken);
      if (pack.retryAt !== null && pack.retryAt <= Date.now()) await this.#settle(pack);
      for (const { id } of pack.exercises) taken.set(id, pack.folder);
    }
  }

  async #read(pack: OpenPack, state: string, taken: Map<string, string>): Promise<void> {
    const { title, exercises, topics, problems, broken } = await readPack(pack.folder, state);
    const kept = pack.exercises
      .filter(({ id }) => broken.includes(id))
      .map((exercise) =>
        exercise.previousVersion ? exercise : { ...exercise, previousVersion: true as const },
      );
    const goOn =
      kept.length > 0
        ? [`Learners go on with the previous version of ${kept.map(({ id }) => id).join(", ")}.`]
        : [];
    const repaired = pack.broken.filter((id) => exercises.some((exercise) => exercise.id === id));
    const collisions = exercises
      .filter(({ id }) => taken.has(id))
      .map(
        ({ id }) =>
          `${pack.folder}/${id}: the id ${id} is taken by ${taken.get(id)}. Rename the folder, and the id in its exercise.yaml.`,
      );
    this.#say(pack, [...problems, ...goOn, ...collisions]);
    for (const id of repaired)
      this.#tell(`${pack.folder}/${id} can be read again. Learners get it with their next check.`);
    pack.state = state;
    pack.broken = broken;
    pack.exercises = [
      ...exercises.filter(({ id }) => !taken.has(id)).map((exercise) => ({ ...exercise, pack: title })),
      ...kept,
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    // Of what is kept, the logs that did not get into Kafka yet.
    pack.topics = [...topics, ...pack.topics].filter(
      ({ topic }, at, all) =>
        pack.exercises.some(({ slice }) => slice.topic === topic) &&
        all.findIndex((other) => other.topic === topic) === at,
    );
    pack.retryAt = 0;
  }

  /** Brings the logs into Kafka, and gives each exercise the name of the topic where its log lies. */
  async #settle(pack: OpenPack): Promise<void> {
    if (this.#log.settings.kind === "none") {
      pack.retryAt = null;
      return;
    }
    try {
      for (const topic of pack.topics) {
        const { name, sentence } = await choosePackTopic(topic, this.#log, this.#mayWrite);
        if (sentence) this.#say(pack, [...pack.said, sentence]);
        pack.exercises = pack.exercises.map((exercise) =>
          exercise.slice.topic === topic.topic ? renamed(exercise, name) : exercise,
        );
      }
      pack.topics = [];
      pack.retryAt = null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      pack.retryAt = Date.now() + this.#retryDelay;
    }
  }

  /** Tells the sentences that were not told before, and forgets those that no longer hold. */
  #say(pack: OpenPack, sentences: string[]): void {
    for (const sentence of sentences) if (!pack.said.has(sentence)) this.#tell(sentence);
    pack.said = new Set(sentences);
  }
}
