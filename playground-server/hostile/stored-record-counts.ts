import { ListOffsetTimestamps } from "@platformatic/kafka";
import type { Admin } from "kafkajs";
import { type KafkaSettings, openFetcher, openKafkaJs } from "../log/kafka-client.ts";
import { topicUseTopic } from "../log/topic-last-use.ts";
import { silentLogger } from "../testing/test-playground.ts";

/** How much lies in Kafka under one prefix, seen past the server. */
export class StoredRecordCounts {
  readonly #prefix: string;
  readonly #admin: Admin;
  readonly #reader: ReturnType<typeof openFetcher>;

  private constructor(prefix: string, admin: Admin, reader: ReturnType<typeof openFetcher>) {
    this.#prefix = prefix;
    this.#admin = admin;
    this.#reader = reader;
  }

  static async open(settings: KafkaSettings): Promise<StoredRecordCounts> {
    const admin = openKafkaJs(settings, silentLogger).admin();
    await admin.connect();
    return new StoredRecordCounts(settings.topicPrefix, admin, openFetcher(settings, 100));
  }

  /** How many records each topic has ever had, by its name without the prefix. What the server notes itself is left out. */
  async read(): Promise<Map<string, number>> {
    const all = await this.#admin.listTopics();
    const topics = all.filter((topic) => topic.startsWith(this.#prefix) && !topic.endsWith(topicUseTopic));
    if (topics.length === 0) return new Map();
    const ends = await this.#reader.listOffsets({ topics, timestamp: ListOffsetTimestamps.LATEST });
    const sum = (offsets: bigint[]) => Number(offsets.reduce((all, offset) => all + offset, 0n));
    return new Map([...ends].map(([topic, offsets]) => [topic.slice(this.#prefix.length), sum(offsets)]));
  }

  async close(): Promise<void> {
    await Promise.all([this.#admin.disconnect(), this.#reader.close(true)]);
  }
}
