import { ListOffsetTimestamps } from "@platformatic/kafka";
import { Refusal } from "../errors.ts";
import type { SliceReader } from "./slice.ts";
import { ownerOf } from "./topic-names.ts";
import type { Topics } from "./topics.ts";

/** How many topics one session and all sessions together may have, and after how many ms an idle one is deleted. */
export interface LearnerQuota {
  perSession: number;
  inAll: number;
  idle: number;
}

const partitions = 3;

/** The learners' own topics: made on first append, counted, and deleted when nothing has come for a while. */
export class LearnerTopics {
  #topics: Topics;
  #reader: SliceReader;
  #quota: LearnerQuota;
  #known = new Set<string>();
  /** When this process last appended to a topic: younger than what the broker may tell. */
  #touched = new Map<string, number>();
  #creating: Promise<unknown> = Promise.resolve();

  constructor(topics: Topics, reader: SliceReader, quota: LearnerQuota) {
    this.#topics = topics;
    this.#reader = reader;
    this.#quota = quota;
  }

  /** Makes the topic where it is missing. Throws `topic-quota`, `practice-space-full`, `log-unavailable`. */
  async ensure(topic: string): Promise<void> {
    if (!this.#known.has(topic)) await this.#inTurn(topic);
    this.#touched.set(topic, Date.now());
  }

  async #inTurn(topic: string): Promise<void> {
    // One at a time: two first appends must not both find room for the last topic.
    const turn = this.#creating.then(() => this.#create(topic));
    this.#creating = turn.catch(() => {});
    await turn;
  }

  async #create(topic: string): Promise<void> {
    const all = await this.#list();
    if (!all.includes(topic)) {
      const ofSession = all.filter((name) => ownerOf(name) === ownerOf(topic)).length;
      if (ofSession >= this.#quota.perSession) {
        throw new Refusal("topic-quota", `You have ${ofSession} topics of ${this.#quota.perSession}.`);
      }
      if (all.length >= this.#quota.inAll) {
        throw new Refusal("practice-space-full", `All ${this.#quota.inAll} learners' topics are taken.`);
      }
      // Before it is made: a sweep in between finds it empty and must not take it for idle.
      this.#touched.set(topic, Date.now());
      await this.#topics.create(topic, partitions, {
        "retention.ms": String(this.#quota.idle),
        "retention.bytes": String(16 * 1024 * 1024),
      });
    }
    this.#known.add(topic);
  }

  /** A topic that vanished from the broker is made anew on the next append. */
  forget(topic: string): void {
    this.#known.delete(topic);
  }

  /** Deletes the topics whose last record is older than the idle time, and answers their names. */
  async sweep(now = Date.now()): Promise<string[]> {
    const idle: string[] = [];
    for (const topic of await this.#list()) {
      const last = Math.max(await this.#lastRecord(topic), this.#touched.get(topic) ?? 0);
      if (now - last > this.#quota.idle) idle.push(topic);
    }
    if (idle.length > 0) await this.#topics.remove(idle);
    for (const topic of idle) {
      this.#known.delete(topic);
      this.#touched.delete(topic);
    }
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
