import type { Position } from "../../../engine/fold/event.ts";
import type { TopicEvent } from "../../../engine/labs/topics/topic-events.ts";
import { Refusal } from "../../errors.ts";
import type { PlainRecord } from "../../log/open-log.ts";
import type { LabContext } from "../lab.ts";
import { logDifferences } from "./log-differences.ts";
import { shownRecord } from "./shown-record.ts";
import { sayOfTopicLab, topicLabRefusal } from "./topic-lab-refusal.ts";

/** Of a topic that keeps every record. The index of a topic takes 10 MB of disk by default, for each partition. */
export const wholeHistorySettings = {
  "segment.index.bytes": String(64 * 1024),
  "retention.ms": "-1",
  "retention.bytes": "-1",
};

export interface LabTopicsOptions {
  /** The lab's topics are those whose names begin so, after `mine.lab-`. */
  begins: string;
  /** What the names go on with, where the lab knows; else its topics have any names that begin so. */
  names?: readonly string[];
  /** Of one topic: of a longer one no more records are read. */
  records: number;
  /** Whether records may vanish from the middle of a log, so that it is read again even where its ends stay. */
  compacted: boolean;
}

/** What is known of one topic. */
interface KnownTopic {
  starts: number[];
  ends: number[];
  /** The offsets that it held when it was last read, for each partition. */
  offsets: Set<number>[];
  tooLong: boolean;
}

/** Kafka deleted records between two questions of one look: the next look sees it. */
function unlessTrimmed(error: unknown): void {
  if (!(error instanceof Refusal && error.code === "log-trimmed")) throw error;
}

/** In ms. After a minute without a change a topic is looked at less often. */
const lookEvery = 1_000;
const quietEvery = 4_000;
const quietAfter = 60_000;
const charactersRead = 4 * 1024 * 1024;

/**
 * The learner's topics of one lab. They are looked at again and again, so that the lab says what happens to them whoever
 * does it: the lab itself, the terminal, another client, or the broker that deletes and compacts.
 */
export class LabTopics {
  readonly #context: LabContext;
  readonly #options: LabTopicsOptions;
  readonly #known = new Map<string, KnownTopic>();
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #changed = Date.now();
  #closed = false;

  private constructor(context: LabContext, options: LabTopicsOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Finds the topics of an earlier session. */
  static async open(context: LabContext, options: LabTopicsOptions): Promise<LabTopics> {
    const topics = new LabTopics(context, options);
    for (const name of await topics.#list()) await topics.#find(name);
    topics.#lookLater();
    return topics;
  }

  /** The names of those that are there, without what all names of the lab begin with. */
  get names(): string[] {
    return [...this.#known.keys()];
  }

  partitionsOf(name: string): number {
    return this.#expect(name).ends.length;
  }

  /** How many offsets a topic has from its start to its end, when it was last looked at. */
  recordsOf(name: string): number {
    const { starts, ends } = this.#expect(name);
    return ends.reduce((sum, end, n) => sum + end - (starts[n] ?? 0), 0);
  }

  /** How many records were ever appended to a topic. */
  endsOf(name: string): number {
    return this.#expect(name).ends.reduce((sum, end) => sum + end, 0);
  }

  /** Makes a topic. Throws as `LearnerTopics.create` does. */
  async make(name: string, partitions: number, settings: Record<string, string>): Promise<void> {
    const { log, address } = this.#context;
    await log.topics.create(this.#full(name), address, {
      partitions,
      config: new Map(Object.entries(settings)),
    });
    const empty = Array.from({ length: partitions }, () => 0);
    this.#known.set(name, {
      starts: empty,
      ends: [...empty],
      offsets: empty.map(() => new Set()),
      tooLong: false,
    });
    this.#emit({ type: "TopicMade", data: { topic: this.shown(name), partitions, settings } });
  }

  async grow(name: string, partitions: number): Promise<void> {
    await this.#context.log.topics.grow(this.#full(name), partitions);
    await this.look();
  }

  async configure(name: string, settings: Record<string, string>): Promise<void> {
    this.#expect(name);
    await this.#context.log.topics.configure(this.#full(name), new Map(Object.entries(settings)));
    this.#emit({ type: "SettingsChanged", data: { topic: this.shown(name), settings } });
  }

  async deleteRecords(name: string, partition: number, before: number): Promise<void> {
    const { starts, ends } = this.#expect(name);
    const [start = 0, end = 0] = [starts[partition], ends[partition]];
    if (before > end) {
      throw topicLabRefusal(sayOfTopicLab("lab-offset-after-end", { topic: this.shown(name), before, end }));
    }
    if (before > start) {
      await this.#context.log.topics.deleteRecords(this.#full(name), [{ partition, offset: before }]);
    }
    await this.look();
  }

  produce(name: string, record: PlainRecord): Promise<Position> {
    this.#expect(name);
    return this.#context.log.produce(this.#full(name), record);
  }

  async remove(name: string): Promise<void> {
    await this.#context.log.topics.remove(this.#full(name));
    this.#forget(name);
  }

  /** Removes all topics of the lab, also those that nobody here knows. */
  async removeAll(): Promise<void> {
    for (const name of new Set([...(await this.#list()), ...this.names])) await this.remove(name);
  }

  /** The topic as its owner types it. */
  shown(name: string): string {
    return this.#context.names.shortTopicPrefix + this.#options.begins + name;
  }

  /** Does a piece of work during which nobody looks: what it changed is told after it, at once. */
  async untilNextLook(work: () => Promise<void>): Promise<void> {
    const turn = this.#looking.then(work);
    this.#looking = turn.catch(() => {});
    await turn;
  }

  /** Looks at all topics now, and says what has changed. */
  async look(): Promise<void> {
    const turn = this.#looking.then(async () => {
      for (const name of this.names) await this.#lookAt(name).catch(unlessTrimmed);
    });
    this.#looking = turn.catch(() => {});
    await turn;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #lookLater(): void {
    if (this.#closed) return;
    const quiet = Date.now() - this.#changed > quietAfter;
    const look = () =>
      // Kafka may be away for a while: the next look finds it again.
      void this.look()
        .catch(() => {})
        .finally(() => this.#lookLater());
    this.#timer = setTimeout(look, quiet ? quietEvery : lookEvery).unref();
  }

  async #lookAt(name: string): Promise<void> {
    const known = this.#known.get(name);
    if (!known || this.#closed) return;
    const now = await this.#endsNow(name);
    if (now === null) return this.#known.get(name) === known ? this.#forget(name) : undefined;
    if (now.length > known.ends.length) this.#grew(name, known, now.length);
    const changed = now.some(({ start, end }, n) => start !== known.starts[n] || end !== known.ends[n]);
    if (!changed && !this.#options.compacted) return;
    const count = now.reduce((sum, { start, end }) => sum + end - start, 0);
    if (count > this.#options.records) return this.#tooLong(name, known);
    const bounds = { records: this.#options.records * 2, characters: charactersRead };
    const { slice, records } = await this.#context.log.read({ topic: this.#full(name) }, bounds);
    // Somebody may have removed it and made it anew in the meantime.
    if (this.#known.get(name) !== known) return;
    const shown = records.map(shownRecord);
    for (const event of logDifferences(this.shown(name), known, slice.partitions, shown)) this.#emit(event);
    known.starts = slice.partitions.map(({ from }) => from);
    known.ends = slice.partitions.map(({ to }) => to);
    known.offsets = known.starts.map(
      (_, n) => new Set(shown.filter(({ partition }) => partition === n).map(({ offset }) => offset)),
    );
    known.tooLong = false;
  }

  /** Null where somebody deleted the topic. */
  async #endsNow(name: string): Promise<{ start: number; end: number }[] | null> {
    try {
      return await this.#context.log.ends(this.#full(name));
    } catch (error) {
      if (error instanceof Refusal && error.code === "topic-unknown") return null;
      throw error;
    }
  }

  async #find(name: string): Promise<void> {
    const { log } = this.#context;
    const settings = await log.topics.settings(this.#full(name));
    const ends = await this.#endsNow(name);
    if (!settings || !ends) return;
    const count = ends.reduce((sum, { start, end }) => sum + end - start, 0);
    const bounds = { records: this.#options.records * 2, characters: charactersRead };
    const { records } =
      count > this.#options.records ? { records: [] } : await log.read({ topic: this.#full(name) }, bounds);
    const starts = ends.map(({ start }) => start);
    const offsets = ends.map((_, n) =>
      records.filter(({ position }) => position.partition === n).map(({ position }) => position.offset),
    );
    const own = [...settings].filter(([, setting]) => setting.own);
    const topic = this.shown(name);
    this.#emit({
      type: "TopicFound",
      data: {
        topic,
        settings: Object.fromEntries(own.map(([setting, { value }]) => [setting, value])),
        starts,
        offsets,
      },
    });
    // As if it were empty: the first look tells all records again, and the screen's fold knows which are new to it.
    this.#known.set(name, {
      starts,
      ends: [...starts],
      offsets: starts.map(() => new Set()),
      tooLong: false,
    });
  }

  #grew(name: string, known: KnownTopic, partitions: number): void {
    for (let n = known.ends.length; n < partitions; n++) {
      known.starts.push(0);
      known.ends.push(0);
      known.offsets.push(new Set());
    }
    this.#emit({ type: "TopicGrew", data: { topic: this.shown(name), partitions } });
  }

  #tooLong(name: string, known: KnownTopic): void {
    if (known.tooLong) return;
    known.tooLong = true;
    this.#emit({
      type: "TopicTooLong",
      data: { topic: this.shown(name), most: this.#options.records },
    });
  }

  #forget(name: string): void {
    if (this.#known.delete(name)) this.#emit({ type: "TopicRemoved", data: { topic: this.shown(name) } });
  }

  #expect(name: string): KnownTopic {
    const known = this.#known.get(name);
    if (known) return known;
    throw topicLabRefusal(sayOfTopicLab("lab-topic-missing", { topic: this.shown(name) }));
  }

  async #list(): Promise<string[]> {
    const { log, names } = this.#context;
    const prefix = names.topicPrefix + this.#options.begins;
    const all = await log.topics.all();
    const found = all.filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length));
    return found.filter((name) => this.#options.names?.includes(name) ?? true);
  }

  #full(name: string): string {
    return this.#context.names.topicPrefix + this.#options.begins + name;
  }

  #emit(event: TopicEvent): void {
    this.#changed = Date.now();
    this.#context.emit(event);
  }
}
