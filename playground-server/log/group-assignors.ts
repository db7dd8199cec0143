import {
  COOPERATIVE_STICKY_ASSIGNOR,
  cooperativeStickyAssigner,
  decodeConsumerProtocolSubscription,
  decodeCooperativeStickyGeneration,
  encodeConsumerProtocolAssignment,
  encodeConsumerProtocolSubscription,
  type GroupAssignment,
  ROUNDROBIN_ASSIGNOR,
} from "@platformatic/kafka";
import kafkajs, { type Cluster, type PartitionAssigner } from "kafkajs";

/** The topics that each member of a group asks for, and what it still owns: only cooperative members own anything. */
export type Members = Map<string, { topics: string[]; owned: GroupAssignment[]; generation: number }>;
/** How many partitions each topic has. */
export type PartitionCounts = Map<string, number>;
/** Which partitions each member gets. */
export type Assignments = Map<string, GroupAssignment[]>;

/** The version of the consumer protocol's subscription and assignment that Kafka 4's own clients write. */
const protocolVersion = 3;

/**
 * As Kafka's RangeAssignor: of every topic, each member gets partitions that are next to each other, and the first
 * members, in the order of their ids, get one more.
 */
export function assignRange(members: Members, counts: PartitionCounts): Assignments {
  const assignments: Assignments = new Map([...members.keys()].map((id) => [id, []]));
  for (const [topic, count] of counts) {
    const ids = subscribersOf(members, topic);
    ids.forEach((id, index) => {
      const share = Math.floor(count / ids.length);
      const more = count % ids.length;
      const first = index * share + Math.min(index, more);
      const length = share + (index < more ? 1 : 0);
      const partitions = Array.from({ length }, (_, n) => first + n);
      if (length > 0) assignments.get(id)?.push({ topic, partitions });
    });
  }
  return assignments;
}

/** As Kafka's RoundRobinAssignor: all partitions in order, one to each member in turn that asks for its topic. */
export function assignRoundRobin(members: Members, counts: PartitionCounts): Assignments {
  const assignments = new Map([...members.keys()].map((id) => [id, new Map<string, number[]>()]));
  const order = [...members.keys()].toSorted();
  let turn = 0;
  for (const topic of [...counts.keys()].toSorted()) {
    if (subscribersOf(members, topic).length === 0) continue;
    for (let partition = 0; partition < (counts.get(topic) ?? 0); partition++) {
      let id = order[turn++ % order.length] as string;
      while (!members.get(id)?.topics.includes(topic)) id = order[turn++ % order.length] as string;
      const own = assignments.get(id);
      own?.set(topic, [...(own.get(topic) ?? []), partition]);
    }
  }
  return new Map(
    [...assignments].map(([id, own]) => [id, [...own].map(([topic, partitions]) => ({ topic, partitions }))]),
  );
}

/**
 * As Kafka's CooperativeStickyAssignor: members keep what they own as far as it is fair. A partition that moves goes to
 * nobody in this round: its owner gives it up and asks for the next round.
 */
export function assignCooperativeSticky(members: Members, counts: PartitionCounts): Assignments {
  const asked = new Map(
    [...members].map(([memberId, { topics, owned, generation }]) => [
      memberId,
      { memberId, topics, ownedPartitions: owned, generationId: generation, version: protocolVersion },
    ]),
  );
  const topics = new Map([...counts].map(([topic, partitionsCount]) => [topic, { partitionsCount }]));
  // Of the metadata, the library's assignor reads nothing but the number of partitions.
  const metadata = { topics } as unknown as Parameters<typeof cooperativeStickyAssigner>[3];
  const assigned = cooperativeStickyAssigner("", asked, new Set(counts.keys()), metadata);
  return new Map(assigned.map(({ memberId, assignments }) => [memberId, [...assignments.values()]]));
}

function subscribersOf(members: Members, topic: string): string[] {
  return [...members]
    .filter(([, { topics }]) => topics.includes(topic))
    .map(([id]) => id)
    .toSorted();
}

/**
 * What a member of ours offers to its group, under Kafka's own names and in its own encoding: Java's clients and
 * librdkafka's find one in common. KafkaJS stops reading and gives up all partitions before it joins again, so a member
 * of ours owns nothing when it joins, and says so: that is allowed in a cooperative group, where the others read on.
 * KafkaJS's own name for round robin is for members that use KafkaJS as it comes.
 */
export const groupAssignors: PartitionAssigner[] = [
  offer("range", assignRange),
  offer(ROUNDROBIN_ASSIGNOR, assignRoundRobin),
  offer(COOPERATIVE_STICKY_ASSIGNOR, assignCooperativeSticky),
  kafkajs.PartitionAssigners.roundRobin,
];

function offer(
  name: string,
  assign: (members: Members, counts: PartitionCounts) => Assignments,
): PartitionAssigner {
  return ({ cluster }) => ({
    name,
    version: protocolVersion,
    protocol: ({ topics }) => ({
      name,
      metadata: encodeConsumerProtocolSubscription({ version: protocolVersion, topics }),
    }),
    async assign({ members }) {
      const asked: Members = new Map(
        members.map(({ memberId, memberMetadata }) => {
          const { version, topics, ownedPartitions, generationId, userData } =
            decodeConsumerProtocolSubscription(memberMetadata);
          // librdkafka writes version 1, which has no field for the generation.
          const generation = version < 2 ? decodeCooperativeStickyGeneration(userData) : generationId;
          return [memberId, { topics, owned: ownedPartitions, generation }];
        }),
      );
      const assigned = assign(asked, await countPartitions(cluster, asked));
      return [...assigned].map(([memberId, assignedPartitions]) => ({
        memberId,
        memberAssignment: encodeConsumerProtocolAssignment({ version: protocolVersion, assignedPartitions }),
      }));
    },
  });
}

/** The partitions of all topics that members ask for: others may read topics that this member does not. */
async function countPartitions(cluster: Cluster, members: Members): Promise<PartitionCounts> {
  const topics = new Set([...members.values()].flatMap((member) => member.topics));
  const counts: PartitionCounts = new Map();
  for (const topic of topics) {
    // A subscribed topic that does not exist gives no member a partition.
    await cluster.addTargetTopic(topic).catch(() => {});
    const count = cluster.findTopicPartitionMetadata(topic).length;
    if (count > 0) counts.set(topic, count);
  }
  return counts;
}
