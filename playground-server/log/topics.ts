import type { Admin, Kafka } from "kafkajs";
import type { KafkaSettings } from "./client.ts";
import { Connection } from "./connection.ts";
import { describe } from "./fetcher.ts";
import { unavailable, within } from "./unavailable.ts";

const adminTimeout = 6_000;

/** Topics as an administrator sees them. Names are without the prefix. */
export class Topics {
  #settings: KafkaSettings;
  #admin: Connection<Admin>;

  constructor(kafka: Kafka, settings: KafkaSettings) {
    this.#settings = settings;
    this.#admin = new Connection(
      async () => {
        const admin = kafka.admin();
        await admin.connect();
        return admin;
      },
      (admin) => admin.disconnect(),
    );
  }

  /** The names that begin with the prefix. */
  async list(): Promise<string[]> {
    const { topicPrefix } = this.#settings;
    const names = await this.#try((admin) => admin.listTopics());
    return names.filter((name) => name.startsWith(topicPrefix)).map((name) => name.slice(topicPrefix.length));
  }

  /** How many partitions a topic has; null when there is no such topic. */
  async partitions(topic: string): Promise<number | null> {
    if (!(await this.list()).includes(topic)) return null;
    const name = this.#settings.topicPrefix + topic;
    const { topics } = await this.#try((admin) => admin.fetchTopicMetadata({ topics: [name] }));
    return topics[0]?.partitions.length ?? null;
  }

  /** Makes a topic and waits until its partitions have leaders. A topic that exists already is left as it is. */
  async create(topic: string, partitions: number, config: Record<string, string>): Promise<void> {
    await this.#try((admin) =>
      admin
        .createTopics({
          waitForLeaders: true,
          timeout: adminTimeout,
          topics: [
            {
              topic: this.#settings.topicPrefix + topic,
              numPartitions: partitions,
              // The broker's own default: right on one broker and on three.
              replicationFactor: -1,
              configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
            },
          ],
        })
        .catch((error: unknown) => {
          if (!/already exists/i.test(describe(error))) throw error;
          return false;
        }),
    );
  }

  async remove(topics: string[]): Promise<void> {
    const names = topics.map((topic) => this.#settings.topicPrefix + topic);
    await this.#try((admin) => admin.deleteTopics({ topics: names, timeout: adminTimeout }));
  }

  async #try<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await within(adminTimeout, this.#admin.use(work));
    } catch (error) {
      throw unavailable(error);
    }
  }

  close(): Promise<void> {
    return this.#admin.close();
  }
}
