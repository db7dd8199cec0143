import kafkajs, { type Admin, type Kafka } from "kafkajs";
import { Refusal, refusalDetail } from "../errors.ts";
import { type TopicAcl, topicAcls } from "./acls.ts";
import type { KafkaSettings } from "./kafka-client.ts";
import { answerOf, kafkaRefusal, saysUnknownTopic, saysUnsettled } from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";
import { explainMissingRight } from "./missing-right.ts";
import { openKafkaAdmin } from "./open-kafka-admin.ts";
import type { SharedConnection } from "./shared-connection.ts";

/** KafkaJS is CommonJS: its values hang on the default export. */
const { ConfigResourceTypes } = kafkajs;

export interface DescribedTopic {
  partitions: { leader: number; replicas: number[]; isr: number[] }[];
  config: Map<string, string>;
}

/** A setting of a topic as it is in force, and whether it is the topic's own or comes from the broker. */
export interface TopicSetting {
  value: string;
  own: boolean;
  sensitive: boolean;
  /** Where its value comes from, the nearest first. */
  synonyms: { name: string; value: string; source: string }[];
}

export interface ClusterBroker {
  id: number;
  host: string;
  port: number;
  controller: boolean;
}

const adminTimeout = 6_000;
const leaderPause = 50;

/** Where Kafka says that a setting was made for this topic (DYNAMIC_TOPIC_CONFIG); the client does not export its list. */
const ownSetting = 1;
const settingSources = [
  "UNKNOWN",
  "DYNAMIC_TOPIC_CONFIG",
  "DYNAMIC_BROKER_CONFIG",
  "DYNAMIC_DEFAULT_BROKER_CONFIG",
  "STATIC_BROKER_CONFIG",
  "DEFAULT_CONFIG",
  "DYNAMIC_BROKER_LOGGER_CONFIG",
];

/** Topics as an administrator sees them. Names are without the prefix. */
export class TopicMetadata {
  #settings: KafkaSettings;
  #admin: SharedConnection<Admin>;

  constructor(kafka: Kafka, settings: KafkaSettings) {
    this.#settings = settings;
    this.#admin = openKafkaAdmin(kafka);
  }

  /** The names that begin with the prefix. */
  async list(): Promise<string[]> {
    return [...(await this.partitionCounts()).keys()];
  }

  /** How many partitions each topic has whose name begins with the prefix. */
  async partitionCounts(): Promise<Map<string, number>> {
    const { topicPrefix } = this.#settings;
    const { topics } = await this.#try((admin) => admin.fetchTopicMetadata());
    const ours = topics.filter(({ name }) => name.startsWith(topicPrefix));
    return new Map(ours.map(({ name, partitions }) => [name.slice(topicPrefix.length), partitions.length]));
  }

  /** Leaders and replicas of a topic's partitions, and its settings that are not defaults; null if it does not exist. */
  async describe(topic: string): Promise<DescribedTopic | null> {
    if (!(await this.list()).includes(topic)) return null;
    const name = this.#settings.topicPrefix + topic;
    const description = this.#try(async (admin) => {
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
    return explainMissingRight("DescribeConfigs", "topic", name, description);
  }

  /** Who may do what with topics; null where the cluster checks none. */
  acls(): Promise<TopicAcl[] | null> {
    return this.#try((admin) => topicAcls(admin, this.#settings.topicPrefix));
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
    const creation = this.#try(async (admin) => {
      try {
        await admin.createTopics({
          // KafkaJS stops waiting if a broker does not know the topic yet.
          waitForLeaders: false,
          timeout: adminTimeout,
          // Replication factor -1 is the broker's own default: right on one broker and on three.
          topics: [{ topic: name, numPartitions: partitions, replicationFactor: -1, configEntries }],
        });
      } catch (error) {
        if (answerOf(error) !== "TOPIC_ALREADY_EXISTS") throw error;
      }
      await waitForLeaders(admin, name, partitions);
    });
    await explainMissingRight("Create", "topic", name, creation);
  }

  /** All settings of a topic, defaults included; null if it does not exist. */
  async settings(topic: string): Promise<Map<string, TopicSetting> | null> {
    if (!(await this.list()).includes(topic)) return null;
    const name = this.#settings.topicPrefix + topic;
    const description = this.#try(async (admin) => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: true,
        resources: [{ type: ConfigResourceTypes.TOPIC, name }],
      });
      const entries = resources[0]?.configEntries ?? [];
      return new Map(
        entries.map(({ configName, configValue, configSource, isSensitive, configSynonyms }) => [
          configName,
          {
            value: configValue,
            own: Number(configSource) === ownSetting,
            sensitive: isSensitive,
            synonyms: configSynonyms.map((synonym) => ({
              name: synonym.configName,
              value: synonym.configValue,
              source: settingSources[Number(synonym.configSource)] ?? "UNKNOWN",
            })),
          },
        ]),
      );
    });
    return explainMissingRight("DescribeConfigs", "topic", name, description);
  }

  /** Adds partitions, up to this number in all. Old records stay where they are. */
  async grow(topic: string, partitions: number): Promise<void> {
    const name = this.#settings.topicPrefix + topic;
    const growth = this.#try(async (admin) => {
      await admin.createPartitions({
        timeout: adminTimeout,
        topicPartitions: [{ topic: name, count: partitions }],
      });
      await waitForLeaders(admin, name, partitions);
    });
    await explainMissingRight("Alter", "topic", name, growth);
  }

  /** Changes settings of a topic; null makes one the broker's again. Its other settings stay. */
  async configure(topic: string, changes: Map<string, string | null>): Promise<void> {
    const name = this.#settings.topicPrefix + topic;
    const now = (await this.settings(topic)) ?? new Map<string, TopicSetting>();
    const own = [...now]
      .filter(([, setting]) => setting.own)
      .map(([name, { value }]) => [name, value] as const);
    const wanted = new Map<string, string | null>([...own, ...changes]);
    const change = this.#try((admin) =>
      // Kafka forgets what this request does not repeat.
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name,
            configEntries: [...wanted].flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
          },
        ],
      }),
    );
    await explainMissingRight("AlterConfigs", "topic", name, change);
  }

  /** Deletes the records of each named partition before the offset; -1 is the partition's end. */
  async deleteRecords(topic: string, before: { partition: number; offset: number }[]): Promise<void> {
    const name = this.#settings.topicPrefix + topic;
    const deletion = this.#try((admin) =>
      admin.deleteTopicRecords({
        topic: name,
        partitions: before.map(({ partition, offset }) => ({ partition, offset: String(offset) })),
      }),
    );
    await explainMissingRight("Delete", "topic", name, deletion);
  }

  /**
   * Deletes a topic and waits until the broker has let go of it: until then it would take records that are lost with it.
   * A topic that is gone already, such as by another replica, is left so.
   */
  async remove(topic: string): Promise<void> {
    const name = this.#settings.topicPrefix + topic;
    const deletion = this.#try((admin) =>
      admin.deleteTopics({ topics: [name], timeout: adminTimeout }).catch((error: unknown) => {
        if (!saysUnknownTopic(error)) throw error;
      }),
    );
    await explainMissingRight("Delete", "topic", name, deletion);
    for (let waited = 0; (await this.list()).includes(topic); waited += leaderPause) {
      if (waited > adminTimeout)
        throw new Refusal("log-unavailable", refusalDetail("topic-not-deleted", { topic: name }));
      await new Promise((resolve) => setTimeout(resolve, leaderPause));
    }
  }

  async #try<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await withKafkaTimeout(adminTimeout, this.#admin.use(work));
    } catch (error) {
      throw kafkaRefusal(error);
    }
  }

  close(): Promise<void> {
    return this.#admin.close();
  }
}

/** Waits until a topic, by its name with the prefix, has so many partitions or more, and each has a leader. */
async function waitForLeaders(admin: Admin, topic: string, partitions: number): Promise<void> {
  for (let waited = 0; !(await hasLeaders(admin, topic, partitions)); waited += leaderPause) {
    if (waited > adminTimeout)
      throw new Refusal("log-unavailable", refusalDetail("topic-without-leader", { topic }));
    await new Promise((resolve) => setTimeout(resolve, leaderPause));
  }
}

async function hasLeaders(admin: Admin, topic: string, least: number): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics.every(
      ({ partitions }) => partitions.length >= least && partitions.every(({ leader }) => leader >= 0),
    );
  } catch (error) {
    if (saysUnknownTopic(error) || saysUnsettled(error)) return false;
    throw error;
  }
}
