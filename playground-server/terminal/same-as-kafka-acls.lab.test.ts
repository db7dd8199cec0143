import kafkajs, { type AclEntry } from "kafkajs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { evolve, initialState } from "../../engine/labs/cluster/evolve.ts";
import { HttpLearner } from "../labs/testing/http-learner.ts";
import { useThreeBrokers, waitForBrokers } from "../labs/testing/use-three-brokers.ts";
import { isolateTopics, noKafka } from "../testing/test-playground.ts";
import { ComparedTools } from "./testing/compared-tools.ts";

/** Kafka's kafka-acls and the page's, over the three brokers of the cluster lab: these have users and ACLs. */

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const users = ["User:ann", "User:bob", "User:eve"] as const;
let tools: ComparedTools;
let release: () => Promise<void>;

beforeAll(async () => {
  release = await useThreeBrokers();
  const learner = await HttpLearner.join(inject("labServer"), "cluster", { initialState, evolve });
  await learner.open();
  const { brokers } = await learner.until("the cluster", (state) => state.partitions.length > 0);
  const addresses = brokers.map(({ address }) => address);
  const settings = { ...noKafka, kind: "external" as const, brokers: addresses, ours: true };
  tools = await ComparedTools.open(isolateTopics(settings));
  for (const name of ["orders", "payments", "bare"])
    await tools.ours(`kafka-topics --create --topic mine.${name} --partitions 1`);
  const admin = new kafkajs.Kafka({ brokers: addresses, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createAcls({
    acl: [
      right("orders", "User:ann", "READ"),
      right("orders", "User:ann", "WRITE", { host: "10.1.2.3" }),
      right("orders", "User:bob", "DESCRIBE_CONFIGS"),
      right("orders", "User:eve", "READ", { permissionType: AclPermissionTypes.DENY }),
      right("payments", "User:bob", "ALL"),
      right("pay", "User:ann", "DESCRIBE", { resourcePatternType: ResourcePatternTypes.PREFIXED }),
      // Not of a topic: the page's tool lists topics only.
      { ...right("shop", "User:ann", "READ"), resourceType: AclResourceTypes.GROUP },
    ],
  });
  await admin.disconnect();
}, waitForBrokers);
afterAll(async () => {
  await tools?.close();
  await release();
});

function right(
  name: string,
  principal: (typeof users)[number],
  operation: "READ" | "WRITE" | "DESCRIBE" | "DESCRIBE_CONFIGS" | "ALL",
  other: Partial<AclEntry> = {},
): AclEntry {
  return {
    resourceType: AclResourceTypes.TOPIC,
    resourceName: tools.own + name,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal,
    host: "*",
    operation: AclOperationTypes[operation],
    permissionType: AclPermissionTypes.ALLOW,
    ...other,
  };
}

test.each([
  "kafka-acls --list --topic mine.orders",
  "kafka-acls --list --topic mine.payments",
  "kafka-acls --list --topic mine.bare",
  "kafka-acls --list --topic mine.nothing",
  "kafka-acls --list --topic mine.orders --topic mine.payments",
  "kafka-acls --list --topic mine.orders --principal User:ann",
  "kafka-acls --list --topic mine.orders --principal User:ann --principal User:eve",
  "kafka-acls --list --topic mine.orders --principal User:nobody",
  "kafka-acls --list --topic mine.pay --resource-pattern-type prefixed",
  "kafka-acls --list --topic mine.payments --resource-pattern-type match",
  "kafka-acls --list --topic mine.payments --resource-pattern-type any",
  "kafka-acls --list --principal User:eve",
  "kafka-acls --version",
])("%s", async (line) => {
  // The order of a topic's ACLs is the broker's, and no two answers have the same.
  expect((await tools.ours(line)).toSorted()).toEqual((await tools.real(line)).toSorted());
});

test("what other learners' topics allow, and groups, are not listed", async () => {
  const all = (await tools.ours("kafka-acls --list")).join("\n");
  expect(all).toContain("name=mine.orders");
  expect(all).not.toMatch(/resourceType=GROUP|name=orders,|User:shop/);
});
