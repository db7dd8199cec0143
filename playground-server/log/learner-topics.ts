import { ListOffsetTimestamps } from "@platformatic/kafka";
import type { Logger } from "pino";
import { learnerTopicPartitions } from "../../engine/protocol/learner-topics.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { saysUnknownTopic } from "./kafka-errors.ts";
import { logLimits } from "./limits.ts";
import type { SliceReader } from "./slice-reader.ts";
import type { TopicLastUseLog } from "./topic-last-use.ts";
import type { TopicMetadata } from "./topic-metadata.ts";
import { isLearners, ownerOf } from "./topic-names.ts";

/** How many topics may be there, and after how many ms an idle one is deleted. */
export interface LearnerQuota {
  perSession: number;
  /** For all sessions behind one address: inventing sessions does not give more topics. */
  perAddress: number;
  inAll: number;
  idle: number;
}

/**
 * Kafka deletes and compacts closed segments only, and looks for what to delete every few seconds or minutes: with small segments,
 * and half of the room as a goal, a topic with cleanup.policy=delete seldom gets full.
 */
const segmentBytes = 1024 * 1024;
const goalBytes = logLimits.topicBytes / 2;
/** From this share of the practice space on, the operator is warned that it fills up. */
const nearlyFull = 0.8;
/** How often idle topics are looked for, in seconds: a full practice space is worth another try after that. */
export const sweepSeconds = 600;
/** A use of a topic is noted at most so often, in ms: for so long a topic may be used without a new note. */
const noteEvery = 60 * 60 * 1_000;

/** What a learner asks of a topic of their own. */
export interface WantedTopic {
  partitions?: number;
  config?: Map<string, string>;
}

/**
 * The learners' own topics: made on first append, counted, and deleted when nobody used them for a while. What has to
 * outlive this process, or is shared with other replicas, is kept in Kafka.
 */
export class LearnerTopics {
  #topics: TopicMetadata;
  #reader: SliceReader;
  #uses: TopicLastUseLog;
  #quota: LearnerQuota;
  #logger: Logger;
  /** Spares asking for a topic at every append. */
  #known = new Set<string>();
  /** When this process last noted a use of a topic: spares noting it again. */
  #noted = new Map<string, number>();
  /** How many there were when they were last counted. */
  counted = 0;
  #creating: Promise<unknown> = Promise.resolve();
  #noting = new Set<Promise<void>>();
  #closed = false;

  constructor(
    parts: { topics: TopicMetadata; reader: SliceReader; uses: TopicLastUseLog },
    quota: LearnerQuota,
    logger: Logger,
  ) {
    this.#topics = parts.topics;
    this.#reader = parts.reader;
    this.#uses = parts.uses;
    this.#quota = quota;
    this.#logger = logger;
  }

  /**
   * Makes the topic for somebody at an address where it is missing. Throws `topic-quota`, `address-quota`,
   * `practice-space-full`, `log-unavailable`.
   */
  async ensure(topic: string, address: string): Promise<void> {
    if (this.#known.has(topic)) this.use(topic);
    else await this.#inTurn(topic, address);
  }

  /** Makes a topic as it is wanted. Settings that are not named stay the practice space's. Throws as `ensure` does. */
  create(topic: string, address: string, wanted: WantedTopic): Promise<void> {
    return this.#inTurn(topic, address, wanted);
  }

  async remove(topic: string): Promise<void> {
    await this.#topics.remove(topic);
    this.forget(topic);
    await this.#uses.forget(topic);
  }

  async #inTurn(topic: string, address: string, wanted: WantedTopic = {}): Promise<void> {
    // One at a time: two first appends must not both find room for the last topic.
    const turn = this.#creating.then(() => this.#create(topic, address, wanted));
    this.#creating = turn.catch(() => {});
    await turn;
  }

  async #create(topic: string, address: string, wanted: WantedTopic): Promise<void> {
    const all = await this.#list();
    if (all.includes(topic)) this.use(topic);
    else {
      await this.#expectRoom(topic, address, all);
      // Before the topic is created, so that no replica finds a topic without a use.
      const now = Date.now();
      await this.#uses.note(topic, { at: now, network: address });
      this.#noted.set(topic, now);
      const partitions = wanted.partitions ?? learnerTopicPartitions;
      await this.#topics.create(topic, partitions, {
        "retention.ms": String(this.#quota.idle),
        "retention.bytes": String(Math.floor(goalBytes / partitions)),
        "segment.bytes": String(segmentBytes),
        ...Object.fromEntries(wanted.config ?? []),
      });
      this.#count(all.length + 1);
    }
    this.#known.add(topic);
  }

  async #expectRoom(topic: string, address: string, all: string[]): Promise<void> {
    const { perSession, perAddress, inAll } = this.#quota;
    const ofSession = all.filter((name) => ownerOf(name) === ownerOf(topic)).length;
    if (ofSession >= perSession) {
      const detail = refusalDetail("topics-of-session", { count: ofSession, most: perSession });
      throw new Refusal("topic-quota", detail);
    }
    const uses = await this.#uses.read();
    const ofAddress = all.filter((name) => uses.get(name)?.network === address).length;
    if (ofAddress >= perAddress) {
      const detail = refusalDetail("topics-of-address", { count: ofAddress, most: perAddress });
      throw new Refusal("address-quota", detail);
    }
    if (all.length >= inAll) {
      const detail = refusalDetail("topics-of-everybody", { most: inAll });
      throw new Refusal("practice-space-full", detail, { retryAfter: sweepSeconds });
    }
  }

  #count(topics: number): void {
    const alarm = this.#quota.inAll * nearlyFull;
    if (this.counted < alarm && topics >= alarm) {
      this.#logger.warn({ topics, of: this.#quota.inAll }, "the practice space is nearly full");
    }
    this.counted = topics;
  }

  /** The next append creates a topic again that is no longer at the broker. */
  forget(topic: string): void {
    this.#known.delete(topic);
    this.#noted.delete(topic);
  }

  /** Notes in the background that a topic was used now, where it is a learner's and was not noted lately. */
  use(topic: string, now = Date.now()): void {
    if (this.#closed || ownerOf(topic) === null) return;
    if (now - (this.#noted.get(topic) ?? 0) < noteEvery) return;
    this.#noted.set(topic, now);
    const noting = this.#note(topic, now).catch((error: unknown) => {
      this.#noted.delete(topic);
      this.#logger.warn({ err: error, topic }, "the use of a topic could not be noted");
    });
    this.#noting.add(noting);
    void noting.finally(() => this.#noting.delete(noting));
  }

  async #note(topic: string, now: number): Promise<void> {
    const before = (await this.#uses.read()).get(topic);
    // Another replica may have noted it.
    if (before && now - before.at < noteEvery) return;
    await this.#uses.note(topic, { at: now, network: before?.network ?? null });
  }

  /** Deletes the topics that were not used for the idle time, and returns their names. `watched` ones are in use. */
  async sweep(watched: string[], now = Date.now()): Promise<string[]> {
    for (const topic of watched) this.use(topic, now);
    await Promise.all(this.#noting);
    const all = await this.#list();
    const uses = await this.#uses.read();
    const idle: string[] = [];
    for (const topic of all) {
      const use = uses.get(topic);
      // Another client made it, or a server before uses were noted.
      if (!use) await this.#uses.note(topic, { at: now, network: null });
      else if (now - use.at > this.#quota.idle + noteEvery && (await this.#isOld(topic, now)))
        idle.push(topic);
    }
    for (const topic of idle) await this.remove(topic);
    const left = new Set(all.filter((topic) => !idle.includes(topic)));
    for (const [topic, { at }] of uses) {
      // What was noted lately may be a topic that is just being made.
      if (!all.includes(topic) && now - at > noteEvery) await this.#uses.forget(topic);
    }
    this.#count(left.size);
    return idle;
  }

  /** Whether a topic's newest record is older than the idle time: other clients append, too. */
  async #isOld(topic: string, now: number): Promise<boolean> {
    const times = await this.#reader.timestamps(topic, ListOffsetTimestamps.MAX).catch((error: unknown) => {
      // Another replica has just deleted it.
      if (saysUnknownTopic(error)) return [];
      throw error;
    });
    const newest = Math.max(0, ...times);
    // The producer sets a record's time: one in the future proves nothing.
    return newest > now || now - newest > this.#quota.idle;
  }

  async #list(): Promise<string[]> {
    return (await this.#topics.list()).filter(isLearners);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#noting);
  }
}
