import { ListOffsetTimestamps } from "@platformatic/kafka";
import type { Admin } from "kafkajs";
import { type KafkaSettings, openFetcher, openKafkaJs } from "../log/client.ts";
import { silent } from "../testing/playground.ts";

/** How much lies in Kafka under one prefix, seen past the server. */
export class LogEnds {
  readonly #prefix: string;
  readonly #admin: Admin;
  readonly #reader: ReturnType<typeof openFetcher>;

  private constructor(prefix: string, admin: Admin, reader: ReturnType<typeof openFetcher>) {
    this.#prefix = prefix;
    this.#admin = admin;
    this.#reader = reader;
  }

  static async open(settings: KafkaSettings): Promise<LogEnds> {
    const admin = openKafkaJs(settings, silent).admin();
    await admin.connect();
    return new LogEnds(settings.topicPrefix, admin, openFetcher(settings, 100));
  }

  /** How many records each topic has ever had, by its name without the prefix. */
  async read(): Promise<Map<string, number>> {
    const topics = (await this.#admin.listTopics()).filter((topic) => topic.startsWith(this.#prefix));
    if (topics.length === 0) return new Map();
    const ends = await this.#reader.listOffsets({ topics, timestamp: ListOffsetTimestamps.LATEST });
    const sum = (offsets: bigint[]) => Number(offsets.reduce((all, offset) => all + offset, 0n));
    return new Map([...ends].map(([topic, offsets]) => [topic.slice(this.#prefix.length), sum(offsets)]));
  }

  async close(): Promise<void> {
    await Promise.all([this.#admin.disconnect(), this.#reader.close(true)]);
  }
}
