import kafkajs, { type PartitionAssigner } from "kafkajs";
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { openKafkaJs } from "../log/kafka-client.ts";
import { asUser, startBrokerWithAcls } from "../testing/special-broker.ts";
import {
  isolateTopics,
  openTestServer,
  sessionToken,
  silentLogger,
  type TestServer,
} from "../testing/test-playground.ts";
import { TestTerminal } from "../testing/test-terminal.ts";
import { TestClient } from "../testing/websocket-client.ts";

const settings = isolateTopics(inject("kafka"));
let server: TestServer;
let address: string;
let client: TestClient;
let terminal: TestTerminal;
beforeAll(async () => {
  server = await openTestServer(settings);
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, sessionToken("a-session-that-is-refused"));
  terminal = new TestTerminal(client);
  await terminal.run("kafka-topics --create --topic mine.carts --partitions 1");
});
afterAll(async () => {
  client.close();
  await server.close();
});
afterEach(() => vi.useRealTimers());

const mistyped = [
  "kcat -C -e -t course.cart",
  "kcat -P -t mine.cart",
  "kcat -C -e -t mine.cart",
  "kafka-console-consumer --topic course.cart",
  "kafka-console-producer --topic mine.cart",
  "kafka-topics --describe --topic mine.cart",
];

test.each(mistyped)("«%s» is told that there is no such topic", async (line) => {
  const output = (await terminal.run(line)).join("\n");
  expect(output).toContain("does not exist");
  expect(output).not.toMatch(/broker|reconnect/i);
});

/** TCP connections of this process, to the broker and of the test's own socket. */
const connections = () => process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;

test("a storm of refusals opens no connection and renews none", async () => {
  const round = () => Promise.all(mistyped.map((line) => terminal.run(line)));
  const fine = "kcat -C -e -q -t mine.carts";
  // As many commands at once as one session may run: every reader is connected afterwards.
  await round();
  await Promise.all([terminal.run(fine), terminal.run(fine), terminal.run(fine)]);
  const before = connections();
  for (let n = 0; n < 8; n++) await round();
  expect(connections()).toBeLessThanOrEqual(before);
  expect(await terminal.run(fine)).toEqual([]);
});

/** Offers Kafka a way to share partitions that no other client knows. */
const unknownAssigner: PartitionAssigner = (parts) => ({
  ...kafkajs.PartitionAssigners.roundRobin(parts),
  name: "known-to-nobody-else",
  protocol: () => ({
    name: "known-to-nobody-else",
    metadata: kafkajs.AssignerProtocol.MemberMetadata.encode({
      version: 1,
      topics: [`${settings.topicPrefix}mine.${client.heard[0].learner}.carts`],
      userData: Buffer.alloc(0),
    }),
  }),
});

test("a group whose members share out partitions in another way says so, and what to do", async () => {
  const { learner } = client.heard[0];
  const wire = (name: string) => `${settings.topicPrefix}mine.${learner}.${name}`;
  const member = openKafkaJs(settings, silentLogger).consumer({
    groupId: wire("clash"),
    partitionAssigners: [unknownAssigner],
  });
  await member.connect();
  await member.subscribe({ topic: wire("carts") });
  const joined = new Promise((resolve) => member.on(member.events.GROUP_JOIN, resolve));
  await member.run({ eachMessage: async () => {} });
  await joined;
  const output = (await terminal.run("kafka-console-consumer --topic mine.carts --group clash")).join("\n");
  await member.disconnect();
  expect(output).toContain("consumer group");
  expect(output).toContain("--group");
  expect(output).not.toMatch(/No Kafka broker/);
});

test("a server whose clock runs ahead is told about the clocks, and the line that was not written", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 3_600_000 });
  const output = await terminal.produce("kcat -P -t mine.carts", ["too early", "and the next"]);
  expect(output).toEqual([
    expect.stringMatching(/clock of this server.*not written.*set both clocks/),
    "Line 1 was not written: too early",
    "Not written either: 1 line after it.",
  ]);
  vi.useRealTimers();
  expect(await terminal.produce("kcat -P -t mine.carts", ["in time"])).toEqual([]);
  expect(await terminal.run("kcat -C -e -q -t mine.carts")).toEqual(["in time"]);
});

test("a topic that ACLs do not let this server create is refused with a word about ACLs", async () => {
  const broker = await startBrokerWithAcls(["playground"]);
  const admin = openKafkaJs({ ...broker.settings, client: asUser("admin") }, silentLogger).admin();
  await admin.connect();
  const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
  await admin.createAcls({
    acl: [AclOperationTypes.DESCRIBE, AclOperationTypes.READ, AclOperationTypes.WRITE].map((operation) => ({
      resourceType: AclResourceTypes.TOPIC,
      resourceName: "*",
      resourcePatternType: ResourcePatternTypes.LITERAL,
      principal: "User:playground",
      host: "*",
      operation,
      permissionType: AclPermissionTypes.ALLOW,
    })),
  });
  await admin.disconnect();
  const denied = await openTestServer({ ...broker.settings, client: asUser("playground"), ours: false });
  const at = await denied.app.listen({ host: "127.0.0.1", port: 0 });
  const page = await TestClient.open(at, sessionToken("a-session-without-rights"));
  const output = (await new TestTerminal(page).run("kafka-topics --create --topic mine.denied")).join("\n");
  page.send({ kind: "append", id: "a", topic: "mine.denied", key: "k", event: { type: "A", data: {} } });
  const appended = await page.end("a");
  page.close();
  await denied.close();
  await broker.stop();
  expect(output).toContain("ACL");
  expect(output).not.toMatch(/No Kafka broker/);
  expect(appended).toMatchObject({ code: "log-refused", detail: expect.stringContaining("ACL") });
});

test("a learner's deleted topic breaks no other learner's producer, and no line is lost", async () => {
  const other = await TestClient.open(address, sessionToken("a-session-that-deletes-its-topic"));
  const theirs = new TestTerminal(other);
  await theirs.run("kafka-topics --create --topic mine.gone --partitions 1");
  expect(await theirs.produce("kcat -P -t mine.gone", ["soon gone"])).toEqual([]);
  await terminal.run("kafka-topics --create --topic mine.stays --partitions 1");
  expect(await terminal.produce("kcat -P -t mine.stays", ["before"])).toEqual([]);
  await theirs.run("kafka-topics --delete --topic mine.gone");
  // A topic that is new to the producer makes it look at the cluster again.
  await terminal.run("kafka-topics --create --topic mine.after --partitions 1");
  expect(await terminal.produce("kcat -P -t mine.after", ["first"])).toEqual([]);
  expect(await terminal.produce("kcat -P -t mine.stays", ["after"])).toEqual([]);
  expect(await terminal.run("kcat -C -e -q -t mine.after")).toEqual(["first"]);
  expect(await terminal.run("kcat -C -e -q -t mine.stays")).toEqual(["before", "after"]);
  other.close();
});
