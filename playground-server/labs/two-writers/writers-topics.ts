import type { JsonObject } from "../../../engine/fold/json.ts";
import { partitionOf } from "../../../engine/fold/partition.ts";
import type { ShownRecord } from "../../../engine/labs/topics/topic-events.ts";
import { twoWritersLimits } from "../../../engine/labs/two-writers/limits.ts";
import { writersPartitions, writersTopics } from "../../../engine/labs/two-writers/topic-names.ts";
import type { LabContext } from "../lab.ts";
import { LabTopics, wholeHistorySettings } from "../topics/lab-topics.ts";
import { shownRecord } from "../topics/shown-record.ts";
import { TopicTail } from "./topic-tail.ts";

const charactersRead = 1024 * 1024;

type TopicName = keyof typeof writersTopics;

/** The two topics of a learner, the group whose offsets are in the commands, and what arrives in the topics. */
export class WritersTopics {
  readonly #context: LabContext;
  readonly #topics: LabTopics;
  #tails: Record<TopicName, TopicTail> | null = null;

  private constructor(context: LabContext, topics: LabTopics) {
    this.#context = context;
    this.#topics = topics;
  }

  static async open(context: LabContext): Promise<WritersTopics> {
    const topics = await LabTopics.open(context, {
      begins: "",
      names: Object.values(writersTopics),
      records: twoWritersLimits.records,
      compacted: false,
    });
    return new WritersTopics(context, topics);
  }

  get log() {
    return this.#context.log;
  }

  /** The consumer group of the deciders. */
  get group(): string {
    return `${this.#context.names.groupPrefix}writers-decider`;
  }

  /** Of the decider of a partition. */
  transactionalId(partition: number): string {
    return `${this.#context.names.transactionalIdPrefix}writers-decider-${partition}`;
  }

  /** The name of a topic for the log. */
  full(name: TopicName): string {
    return this.#context.names.topicPrefix + writersTopics[name];
  }

  /** The name of a topic as its owner types it. */
  shown(name: TopicName): string {
    return this.#topics.shown(writersTopics[name]);
  }

  /** What arrives in a topic. The topics must have been prepared. */
  tail(name: TopicName): TopicTail {
    if (!this.#tails) throw new Error("The topics of the lab were not made yet.");
    return this.#tails[name];
  }

  partitionOf(flight: string): number {
    return partitionOf(flight, writersPartitions);
  }

  /** Makes the topics where they are absent, or have no room for so many more records. */
  async prepare(records: number): Promise<void> {
    await this.#topics.look();
    const names = Object.values(writersTopics);
    const there = names.every((name) => this.#topics.names.includes(name));
    // A transaction takes an offset for its end.
    const hasRoom =
      there && names.every((name) => this.#topics.recordsOf(name) + 2 * records <= twoWritersLimits.records);
    if (hasRoom && this.#tails) return;
    await this.remove();
    for (const name of names) await this.#topics.make(name, writersPartitions, wholeHistorySettings);
    this.#tails = {
      bookings: await TopicTail.open(this.log, this.full("bookings")),
      commands: await TopicTail.open(this.log, this.full("commands")),
    };
  }

  /** Appends to the flight's partition; answers the offset. */
  async append(name: TopicName, flight: string, event: { type: string; data: JsonObject }): Promise<number> {
    const partition = this.partitionOf(flight);
    const record = { key: flight, value: JSON.stringify(event), partition };
    const { offset } = await this.#topics.produce(writersTopics[name], record);
    return offset;
  }

  /** The committed records of a partition as they are in the log now. */
  async read(name: TopicName, partition: number): Promise<ShownRecord[]> {
    const bounds = { records: twoWritersLimits.records * 2, characters: charactersRead };
    const { records } = await this.log.read({ topic: this.full(name), partitions: [{ partition }] }, bounds);
    return records.map(shownRecord);
  }

  /** Says what has arrived in the topics. */
  look(): Promise<void> {
    return this.#topics.look();
  }

  /** Removes both topics, and the group with its offsets. */
  async remove(): Promise<void> {
    for (const tail of Object.values(this.#tails ?? {})) tail.close();
    this.#tails = null;
    await this.#topics.removeAll();
    const { groups } = this.log;
    if ((await groups.list()).includes(this.group)) await groups.remove(this.group);
  }

  async close(): Promise<void> {
    await this.#topics.close();
    await this.remove();
  }
}
