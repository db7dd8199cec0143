import kafkajs, { type Admin, type Kafka } from "kafkajs";
import { Refusal } from "../errors.ts";
import { adminOf } from "./admin.ts";
import type { KafkaSettings } from "./client.ts";
import type { Connection } from "./connection.ts";
import { everythingSaid, unavailable, within } from "./unavailable.ts";

/** KafkaJS is CommonJS: its values hang on the default export. */
const { ConfigResourceTypes } = kafkajs;

export interface DescribedTopic {
  partitions: { leader: number; replicas: number[]; isr: number[] }[];
  config: Map<string, string>;
}

export interface ClusterBroker {
  id: number;
  host: string;
  port: number;
  controller: boolean;
}

const adminTimeout = 6_000;
const leaderPause = 50;

/** Topics as an administrator sees them. Names are without the prefix. */
export class Topics {
  #settings: KafkaSettings;
  #admin: Connection<Admin>;

  constructor(kafka: Kafka, settings: KafkaSettings) {
    this.#settings = settings;
    this.#admin = adminOf(kafka);
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

  /** Leaders and replicas of a topic's partitions, and its settings that are no defaults; null where there is none. */
  async describe(topic: string): Promise<DescribedTopic | null> {
    if (!(await this.list()).includes(topic)) return null;
    const name = this.#settings.topicPrefix + topic;
    return this.#try(async (admin) => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name }],
      });
      const partitions = (topics[0]?.partitions ?? []).toSorted((a, b) => a.partitionId - b.partitionId);
      const set = resources[0]?.configEntries.filter(({ isDefault }) => !isDefault) ?? [];
      return {
        partitions: partitions.map(({ leader, replicas, isr }) => ({ leader, replicas, isr })),
        config: new Map(set.map(({ configName, configValue }) => [configName, configValue])),
      };
    });
  }

  /** The brokers of the cluster, and which of them is its controller. */
  async brokers(): Promise<ClusterBroker[]> {
    const { brokers, controller } = await this.#try((admin) => admin.describeCluster());
    return brokers
      .map(({ nodeId, host, port }) => ({ id: nodeId, host, port, controller: nodeId === controller }))
      .toSorted((a, b) => a.id - b.id);
  }

  /** Makes a topic and waits until its partitions have leaders. A topic that exists already is left as it is. */
  async create(topic: string, partitions: number, config: Record<string, string>): Promise<void> {
    const name = this.#settings.topicPrefix + topic;
    const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
    await this.#try(async (admin) => {
      try {
        await admin.createTopics({
          // KafkaJS gives up waiting where a broker has not heard of the topic yet.
          waitForLeaders: false,
          timeout: adminTimeout,
          // Replication factor -1 is the broker's own default: right on one broker and on three.
          topics: [{ topic: name, numPartitions: partitions, replicationFactor: -1, configEntries }],
        });
      } catch (error) {
        if (!/already exists/i.test(everythingSaid(error))) throw error;
      }
      for (let waited = 0; !(await hasLeaders(admin, name)); waited += leaderPause) {
        if (waited > adminTimeout)
          throw new Refusal("log-unavailable", `${topic} found no leader among the brokers.`);
        await new Promise((resolve) => setTimeout(resolve, leaderPause));
      }
    });
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

async function hasLeaders(admin: Admin, topic: string): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics.every(
      ({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0),
    );
  } catch (error) {
    if (/does not host|no leader/i.test(everythingSaid(error))) return false;
    throw error;
  }
}
