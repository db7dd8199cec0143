import type { ClusterNow } from "../engine/protocol/response-types.ts";
import type { Cluster } from "../engine/terminal/cluster-interface.ts";

/** The cluster with its ends and lags as they are at this moment. Throws `log-unavailable` where no broker answers. */
export async function readClusterStatus(cluster: Cluster): Promise<Omit<ClusterNow, "log">> {
  const [brokers, names, groups] = await Promise.all([
    cluster.brokers(),
    cluster.topics(),
    cluster.groups.list(),
  ]);
  const topics = await Promise.all(names.map((topic) => topicNow(cluster, topic)));
  // A topic that was just deleted does not count.
  const there = topics.filter((topic) => topic !== null);
  const described = await Promise.all(groups.map((group) => groupNow(cluster, group, there)));
  return { brokers, topics: there, groups: described.filter((group) => group !== null) };
}

type TopicNow = ClusterNow["topics"][number];

async function topicNow(cluster: Cluster, topic: string): Promise<TopicNow | null> {
  const ends = await cluster.ends(topic);
  return ends && { topic, partitions: ends };
}

async function groupNow(
  cluster: Cluster,
  group: string,
  topics: TopicNow[],
): Promise<ClusterNow["groups"][number] | null> {
  const found = await cluster.groups.describe(group);
  if (!found) return null;
  const places = found.offsets.flatMap(({ topic, partition, offset }) => {
    const end = topics.find((each) => each.topic === topic)?.partitions[partition]?.end;
    return end === undefined ? [] : [{ topic, partition, offset, end, lag: Math.max(0, end - offset) }];
  });
  return { group, state: found.state, members: found.members.length, places };
}
