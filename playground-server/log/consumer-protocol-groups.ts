import { consumerGroupDescribeV0 } from "@platformatic/kafka";
import type { DescribedGroup } from "./described-group.ts";
import { type KafkaSettings, openFetcher } from "./kafka-client.ts";

/**
 * Describes a group whose members use Kafka's newer protocol (`group.protocol=consumer`): its coordinator assigns the
 * partitions, and the older request says of such a group that it is dead. Names carry the prefix here.
 */
export async function describeConsumerGroup(
  settings: KafkaSettings,
  groupId: string,
): Promise<Omit<DescribedGroup, "offsets"> | null> {
  const client = openFetcher(settings, 0, groupId);
  // The caller gets the failure. Without a listener Node would end the process as well.
  client.on("error" as never, (() => {}) as never);
  try {
    const node = await client.findGroupCoordinator();
    const connection = (await client.connectToBrokers([node])).get(node);
    if (!connection) return null;
    const { groups } = await consumerGroupDescribeV0.api.async(connection, [groupId], false);
    const [found] = groups;
    if (!found) return null;
    return {
      state: titleCase(found.groupState),
      strategy: found.assignorName,
      members: found.members.map(({ memberId, clientHost, clientId, assignment }) => ({
        id: memberId,
        host: clientHost,
        clientId,
        assigned: assignment.topicPartitions.flatMap(({ topicName, partitions }) =>
          partitions.map((partition) => ({ topic: topicName, partition })),
        ),
      })),
    };
  } finally {
    await client.close(true);
  }
}

/** Brokers write `stable` or `Stable`; Kafka's tools show `Stable`. */
function titleCase(state: string): string {
  return state.slice(0, 1).toUpperCase() + state.slice(1).toLowerCase();
}
