import { Admin } from "@platformatic/kafka";
import { Refusal, refusalDetail } from "../errors.ts";
import { connectionOptions, type KafkaSettings } from "./kafka-client.ts";
import { answerOf, kafkaRefusal } from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";
import { SharedConnection } from "./shared-connection.ts";

const timeout = 4_000;

/** What topics take on the brokers' disks. */
export interface TopicSizes {
  /**
   * The bytes of each topic, by its name without the prefix: all partitions together, of each the largest replica.
   * `topics`: how many partitions each has. Throws `log-unavailable`, `log-refused`.
   */
  measure(topics: Map<string, number>): Promise<Map<string, number>>;
  close(): Promise<void>;
}

/** Asks the brokers: the other client does not know how to. Connected on first use. */
export function openTopicSizes(settings: KafkaSettings): TopicSizes {
  const { topicPrefix } = settings;
  const connection = new SharedConnection(
    async () => new Admin({ ...connectionOptions(settings, "offset-zero-sizes"), timeout }),
    (admin) => admin.close(),
  );
  const describe = async (admin: Admin, topics: Map<string, number>) => {
    const asked = [...topics].map(([topic, partitions]) => ({
      name: topicPrefix + topic,
      partitions: Array.from({ length: partitions }, (_, partition) => partition),
    }));
    const brokers = await admin.describeLogDirs({ topics: asked });
    return brokers.flatMap(({ results }) => results.flatMap((directory) => directory.topics));
  };
  return {
    async measure(topics) {
      const sizes = new Map([...topics.keys()].map((topic) => [topic, 0]));
      if (topics.size === 0) return sizes;
      let found: Awaited<ReturnType<typeof describe>>;
      try {
        found = await withKafkaTimeout(
          timeout,
          connection.use((admin) => describe(admin, topics)),
        );
      } catch (error) {
        if (answerOf(error) !== "CLUSTER_AUTHORIZATION_FAILED") throw kafkaRefusal(error);
        throw new Refusal("log-refused", refusalDetail("topic-sizes-unknown"), { cause: error });
      }
      const largest = new Map<string, number>();
      for (const { name, partitions } of found) {
        for (const { partitionIndex, partitionSize } of partitions) {
          const place = `${name} ${partitionIndex}`;
          largest.set(place, Math.max(largest.get(place) ?? 0, Number(partitionSize)));
        }
      }
      for (const [place, bytes] of largest) {
        const topic = place.slice(topicPrefix.length, place.lastIndexOf(" "));
        sizes.set(topic, (sizes.get(topic) ?? 0) + bytes);
      }
      return sizes;
    },
    close: () => connection.close(),
  };
}
