import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { type RealTool, startJavaTool, startKcat } from "../testing/kafka-tools.ts";
import {
  isolateTopics,
  openTestServer,
  sessionToken,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";

const settings = isolateTopics(inject("kafka"));
const broker = settings.brokers.join(",");
const partitions = 6;
const waitMs = 90_000;
let server: TestServer;
let client: TestClient;
let names: { topic: string; group(name: string): string };
const started: RealTool[] = [];

beforeAll(async () => {
  server = await openTestServer(settings);
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, sessionToken("a-session-that-shares-its-groups"));
  const own = `${settings.topicPrefix}mine.${client.heard[0].learner}.`;
  names = { topic: `${own}shared`, group: (name) => own + name };
  await ended(type(`kafka-topics --create --topic mine.shared --partitions ${partitions}`));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((tool) => tool.stop()));
});
afterAll(async () => {
  client.close();
  await server.close();
});

let count = 0;

function type(line: string): string {
  const id = `g${++count}`;
  client.send({ kind: "terminal", id, line });
  return id;
}

function printed(id: string): string[] {
  return client.answers(id).flatMap(({ lines }) => (lines ?? []).map(({ text }: { text: string }) => text));
}

async function ended(id: string): Promise<string[]> {
  await client.next((heard) => heard.id === id && heard.message.kind === "finished");
  return printed(id);
}

async function interrupt(id: string): Promise<void> {
  client.send({ kind: "cancel", id });
  await ended(id);
}

/** Resolves when the group has so many members and they have all partitions between them, each at least one. */
async function sharedBy(group: string, members: number): Promise<void> {
  let rows: string[] = [];
  await waitForCondition(
    async () => {
      // A session may send 20 messages a second.
      await sleep(200);
      rows = await ended(type(`kafka-consumer-groups --describe --group ${group} --members`));
      const shares = rows
        .filter((row) => /\d\s*$/.test(row))
        .map((row) => Number(row.trim().split(/ +/).at(-1)));
      return (
        shares.length === members &&
        shares.every((share) => share > 0) &&
        shares.reduce((sum, share) => sum + share, 0) === partitions
      );
    },
    `${members} members that share ${partitions} partitions`,
    waitMs,
  ).catch((error) => {
    throw new Error(`${error.message} It was\n${rows.join("\n")}`);
  });
}

let written = 0;

/** Appends records, so many to each partition, and answers their values. */
async function append(each: number): Promise<string[]> {
  const values: string[] = [];
  for (let partition = 0; partition < partitions; partition++) {
    const lines = Array.from({ length: each }, () => `record-${++written}`);
    values.push(...lines);
    await startKcat(["-b", broker, "-P", "-t", names.topic, "-p", String(partition)], lines.join("\n")).end();
  }
  return values;
}

const records = (lines: string[]) => lines.filter((line) => line.startsWith("record-"));

/** Waits until the members have heard all values, and checks that each was heard by one of them, once. */
async function expectEachOnce(values: string[], heard: () => string[][]): Promise<void> {
  const all = () => heard().flat();
  await waitForCondition(
    () => values.every((value) => all().includes(value)),
    "all records to be heard",
    waitMs,
  ).catch((error) => {
    throw new Error(`${error.message} The members printed\n${JSON.stringify(heard())}`);
  });
  expect(
    all()
      .filter((value) => values.includes(value))
      .toSorted(),
  ).toEqual(values.toSorted());
}

const consoleConsumer = (group: string, properties: string[] = []) =>
  startJavaTool("org.apache.kafka.tools.consumer.ConsoleConsumer", [
    "--bootstrap-server",
    broker,
    "--topic",
    names.topic,
    "--group",
    names.group(group),
    "--from-beginning",
    ...properties.flatMap((property) => ["--command-property", property]),
  ]);
const kcat = async (group: string, properties: string[] = []) =>
  startKcat([
    "-b",
    broker,
    "-q",
    "-u",
    ...properties.flatMap((property) => ["-X", property]),
    "-X",
    "auto.offset.reset=earliest",
    "-G",
    names.group(group),
    names.topic,
  ]);
const cooperative = "org.apache.kafka.clients.consumer.CooperativeStickyAssignor";
const roundRobin = "org.apache.kafka.clients.consumer.RoundRobinAssignor";

test.each([
  ["kafka-console-consumer as it comes", consoleConsumer, []],
  [
    "kafka-console-consumer with cooperative-sticky alone",
    consoleConsumer,
    [`partition.assignment.strategy=${cooperative}`],
  ],
  [
    "kafka-console-consumer with round robin alone",
    consoleConsumer,
    [`partition.assignment.strategy=${roundRobin}`],
  ],
  ["kafka-console-consumer with the newer protocol", consoleConsumer, ["group.protocol=consumer"]],
  ["kcat -G as it comes", kcat, []],
  ["kcat -G with cooperative-sticky", kcat, ["partition.assignment.strategy=cooperative-sticky"]],
] as const)(
  "%s and the page share a group: each record arrives once, and who leaves hands over",
  {
    timeout: 240_000,
  },
  async (name, start, properties) => {
    const group = name.replaceAll(/[^a-z]+/gi, "-");
    const consume = `kafka-console-consumer --topic mine.shared --group ${group} --from-beginning`;
    const heardBefore = await append(1);
    const page = type(consume);
    await expectEachOnce(heardBefore, () => [records(printed(page))]);
    const other = await start(group, [...properties]);
    started.push(other);
    await sharedBy(group, 2);

    const both = () => [records(printed(page)), records(other.out)];
    await expectEachOnce(await append(5), both);
    expect(both().every((heard) => heard.length > 0)).toBe(true);

    await interrupt(page);
    await sharedBy(group, 1);
    await expectEachOnce(await append(2), both);

    const again = type(consume);
    await sharedBy(group, 2);
    await other.stop();
    started.splice(0);
    await sharedBy(group, 1);
    await expectEachOnce(await append(2), () => [records(printed(again)), records(other.out)]);
    await interrupt(again);
  },
);
