import { ListOffsetTimestamps } from "@platformatic/kafka";
import type { Logger } from "pino";
import { ownTopicPartitions } from "../../engine/protocol/own-topics.ts";
import { Refusal } from "../errors.ts";
import type { SliceReader } from "./slice.ts";
import { ownerOf } from "./topic-names.ts";
import type { Topics } from "./topics.ts";

/** How many topics may be there, and after how many ms an idle one is deleted. */
export interface LearnerQuota {
  perSession: number;
  /** Of all sessions behind one address: whoever makes up sessions has no more of them. */
  perAddress: number;
  inAll: number;
  idle: number;
}

/** What a topic gets where its maker names nothing. */
const bytes = 16 * 1024 * 1024;
/** From this part of the practice space on the operator is told that it fills up. */
const nearlyFull = 0.8;
/** How often idle topics are looked for, in seconds: a full practice space is worth another try after that. */
export const sweepSeconds = 600;

/** How somebody wants a topic of their own. */
export interface WantedTopic {
  partitions?: number;
  config?: Map<string, string>;
}

/** The learners' own topics: made on first append, counted, and deleted when nothing has come for a while. */
export class LearnerTopics {
  #topics: Topics;
  #reader: SliceReader;
  #quota: LearnerQuota;
  #logger: Logger;
  #known = new Set<string>();
  /** The address for which this process made a topic. */
  #makers = new Map<string, string>();
  /** How many there were when they were last counted. */
  counted = 0;
  /** When this process last appended to a topic: younger than what the broker may tell. */
  #touched = new Map<string, number>();
  #creating: Promise<unknown> = Promise.resolve();

  constructor(topics: Topics, reader: SliceReader, quota: LearnerQuota, logger: Logger) {
    this.#topics = topics;
    this.#reader = reader;
    this.#quota = quota;
    this.#logger = logger;
  }

  /**
   * Makes the topic for somebody at an address where it is missing. Throws `topic-quota`, `address-quota`,
   * `practice-space-full`, `log-unavailable`.
   */
  async ensure(topic: string, address: string): Promise<void> {
    if (!this.#known.has(topic)) await this.#inTurn(topic, address);
    this.#touched.set(topic, Date.now());
  }

  /** Makes a topic as it is wanted. Settings that are not named stay the practice space's. Throws as `ensure` does. */
  create(topic: string, address: string, wanted: WantedTopic): Promise<void> {
    return this.#inTurn(topic, address, wanted);
  }

  async remove(topic: string): Promise<void> {
    await this.#topics.remove([topic]);
    this.#known.delete(topic);
    this.#touched.delete(topic);
    this.#makers.delete(topic);
  }

  async #inTurn(topic: string, address: string, wanted: WantedTopic = {}): Promise<void> {
    // One at a time: two first appends must not both find room for the last topic.
    const turn = this.#creating.then(() => this.#create(topic, address, wanted));
    this.#creating = turn.catch(() => {});
    await turn;
  }

  async #create(topic: string, address: string, wanted: WantedTopic): Promise<void> {
    const all = await this.#list();
    if (!all.includes(topic)) {
      this.#expectRoom(topic, address, all);
      // Before it is made: a sweep in between finds it empty and must not take it for idle.
      this.#touched.set(topic, Date.now());
      await this.#topics.create(topic, wanted.partitions ?? ownTopicPartitions, {
        "retention.ms": String(this.#quota.idle),
        "retention.bytes": String(bytes),
        ...Object.fromEntries(wanted.config ?? []),
      });
      this.#makers.set(topic, address);
      this.#count(all.length + 1);
    }
    this.#known.add(topic);
  }

  #expectRoom(topic: string, address: string, all: string[]): void {
    const { perSession, perAddress, inAll } = this.#quota;
    const ofSession = all.filter((name) => ownerOf(name) === ownerOf(topic)).length;
    if (ofSession >= perSession) {
      throw new Refusal("topic-quota", `You have ${ofSession} topics of ${perSession}.`);
    }
    const ofAddress = all.filter((name) => this.#makers.get(name) === address).length;
    if (ofAddress >= perAddress) {
      throw new Refusal("address-quota", `There are ${ofAddress} of them, of ${perAddress}.`);
    }
    if (all.length >= inAll) {
      const detail = `All ${inAll} learners' topics are taken.`;
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

  /** A topic that vanished from the broker is made anew on the next append. */
  forget(topic: string): void {
    this.#known.delete(topic);
  }

  /** Deletes the topics whose last record is older than the idle time, and answers their names. */
  async sweep(now = Date.now()): Promise<string[]> {
    const idle: string[] = [];
    const all = await this.#list();
    for (const topic of all) {
      const last = Math.max(await this.#lastRecord(topic), this.#touched.get(topic) ?? 0);
      if (now - last > this.#quota.idle) idle.push(topic);
    }
    if (idle.length > 0) await this.#topics.remove(idle);
    for (const topic of idle) {
      this.#known.delete(topic);
      this.#touched.delete(topic);
    }
    const left = new Set(all.filter((topic) => !idle.includes(topic)));
    // Those that another replica deleted are forgotten as well.
    for (const topic of this.#makers.keys()) if (!left.has(topic)) this.#makers.delete(topic);
    this.#count(left.size);
    return idle;
  }

  /** The time of the newest record in ms; 0 when Kafka holds none, be it that none came or that all expired. */
  async #lastRecord(topic: string): Promise<number> {
    return Math.max(0, ...(await this.#reader.timestamps(topic, ListOffsetTimestamps.MAX)));
  }

  async #list(): Promise<string[]> {
    return (await this.#topics.list()).filter((name) => ownerOf(name) !== null);
  }
}
