import { decodeConsumerProtocolAssignment, encodeConsumerProtocolSubscription } from "@platformatic/kafka";
import type { Cluster, Logger } from "kafkajs";
import { expect, test } from "vitest";
import {
  assignCooperativeSticky,
  assignRange,
  assignRoundRobin,
  groupAssignors,
  type Members,
} from "./group-assignors.ts";

/** Members that ask for these topics and own nothing. */
function members(topics: Record<string, string[]>): Members {
  return new Map(
    Object.entries(topics).map(([id, asked]) => [id, { topics: asked, owned: [], generation: -1 }]),
  );
}

/** Who gets what, as `topic-partition`. */
function formatAssignments(assignments: ReturnType<typeof assignRange>): Record<string, string[]> {
  return Object.fromEntries(
    [...assignments].map(([id, own]) => [
      id,
      own.flatMap(({ topic, partitions }) => partitions.map((partition) => `${topic}-${partition}`)),
    ]),
  );
}

test("range gives each member neighbouring partitions of each topic, one more to the first members", () => {
  const asked = members({ b: ["carts", "rooms"], a: ["carts"], c: ["carts"] });
  expect(
    formatAssignments(
      assignRange(
        asked,
        new Map([
          ["carts", 5],
          ["rooms", 1],
        ]),
      ),
    ),
  ).toEqual({
    a: ["carts-0", "carts-1"],
    b: ["carts-2", "carts-3", "rooms-0"],
    c: ["carts-4"],
  });
  expect(
    formatAssignments(assignRange(members({ a: ["carts"], b: ["carts"] }), new Map([["carts", 1]]))),
  ).toEqual({
    a: ["carts-0"],
    b: [],
  });
});

test("round robin goes through the partitions of all topics, past members that do not ask for one", () => {
  const asked = members({ a: ["carts", "rooms"], b: ["carts"] });
  expect(
    formatAssignments(
      assignRoundRobin(
        asked,
        new Map([
          ["rooms", 2],
          ["carts", 3],
        ]),
      ),
    ),
  ).toEqual({
    a: ["carts-0", "carts-2", "rooms-0", "rooms-1"],
    b: ["carts-1"],
  });
});

test("cooperative-sticky moves a partition only after its owner has given it up", () => {
  const counts = new Map([["carts", 4]]);
  const asked = members({ a: ["carts"], b: ["carts"] });
  asked.set("a", {
    topics: ["carts"],
    owned: [{ topic: "carts", partitions: [0, 1, 2, 3] }],
    generation: 7,
  });
  const first = formatAssignments(assignCooperativeSticky(asked, counts));
  expect(first.a).toHaveLength(2);
  expect(first.b).toEqual([]);

  const kept = (first.a ?? []).map((name) => Number(name.split("-")[1]));
  asked.set("a", { topics: ["carts"], owned: [{ topic: "carts", partitions: kept }], generation: 8 });
  const second = formatAssignments(assignCooperativeSticky(asked, counts));
  expect(second.a).toEqual(first.a);
  expect(second.b).toHaveLength(2);
});

test("members are offered Kafka's own names, in an encoding that Kafka's own clients write", async () => {
  const cluster = {
    addTargetTopic: async () => {},
    findTopicPartitionMetadata: () => [0, 1, 2].map((partitionId) => ({ partitionId })),
  } as unknown as Cluster;
  const offered = groupAssignors.map((offer) => offer({ cluster, groupId: "g", logger: {} as Logger }));
  expect(offered.map(({ name }) => name)).toEqual([
    "range",
    "roundrobin",
    "cooperative-sticky",
    "RoundRobinAssigner",
  ]);
  const [range] = offered;
  // Version 3, the topics, no user data, no owned partitions, no generation, no rack.
  expect(range?.protocol({ topics: ["t"] }).metadata.toString("hex")).toBe(
    ["0003", "00000001", "000174", "ffffffff", "00000000", "ffffffff", "ffff"].join(""),
  );
  const memberMetadata = encodeConsumerProtocolSubscription({ version: 1, topics: ["t"] });
  const assigned = await range?.assign({
    members: ["x", "y"].map((memberId) => ({ memberId, memberMetadata })),
    topics: [],
  });
  expect(
    assigned?.map(({ memberAssignment }) => decodeConsumerProtocolAssignment(memberAssignment)),
  ).toMatchObject([
    { assignedPartitions: [{ topic: "t", partitions: [0, 1] }] },
    { assignedPartitions: [{ topic: "t", partitions: [2] }] },
  ]);
});
