import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { headerPairs } from "../../engine/fold/record-headers-and-sizes.ts";
import { CutProxy } from "../testing/cut-proxy.ts";
import { startSpecialBroker } from "../testing/special-broker.ts";
import { bounds, countedRecords } from "../testing/test-log.ts";
import { silentLogger } from "../testing/test-playground.ts";
import { openKafkaJs } from "./kafka-client.ts";
import { type Log, openLog } from "./open-log.ts";
import type { OutgoingRecord } from "./produce-request.ts";
import { RecordProducer } from "./producer.ts";
import { TopicMetadata } from "./topic-metadata.ts";

/** A broker that sends its clients through a proxy, which takes answers away. */
let broker: Awaited<ReturnType<typeof startSpecialBroker>>;
let proxy: CutProxy;
let log: Log;
let producer: RecordProducer;
let topics: TopicMetadata;
beforeAll(async () => {
  let port = 0;
  proxy = new CutProxy(() => port);
  const through = await proxy.listen();
  broker = await startSpecialBroker((ports) => {
    port = ports.broker;
    return { "advertised.listeners": `PLAINTEXT://127.0.0.1:${through}` };
  });
  const settings = { ...broker.settings, brokers: [`127.0.0.1:${through}`] };
  log = openLog(settings, { perSession: 9, perAddress: 9, inAll: 9, idle: 86_400_000 }, silentLogger);
  topics = new TopicMetadata(openKafkaJs(settings, silentLogger), settings);
  producer = new RecordProducer(settings);
});
beforeEach(() => {
  proxy.mode = "pass";
  proxy.cut = 0;
  proxy.most = Number.POSITIVE_INFINITY;
});
afterAll(async () => {
  await Promise.all([log.close(), topics.close(), producer.close()]);
  proxy.close();
  await broker.stop();
});

const record = (value: string, key: string | null = null) => ({ key, value });
const first = () => 0;
const values = async (topic: string) => (await log.read({ topic }, bounds)).records.map(({ value }) => value);

test("records whose answer is lost with the connection are written once, and so are those that follow", async () => {
  await topics.create("lost", 1, {});
  await producer.send("lost", [record("before")], first);
  proxy.mode = "close";
  proxy.most = 2;
  const sent = [record("a"), record("b"), record("c")].map((each) => producer.send("lost", [each], first));
  expect((await Promise.all(sent)).map(({ offset }) => offset)).toEqual([1, 2, 3]);
  expect(proxy.cut).toBe(2);
  expect(await values("lost")).toEqual(["before", "a", "b", "c"]);
});

test("an append whose answer never comes says that it may have been written, and how to see; what follows is written", async () => {
  const topic = "mine.0123456789abcdef0123456789abcdef.held";
  await log.append(topic, "k", countedRecords(1), "here");
  proxy.mode = "hold";
  const refused = await log.append(topic, "k", countedRecords(2), "here").catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: "append-unconfirmed",
    next: { message: expect.stringMatching(/may have been written.*kcat -C -t/) },
  });
  proxy.mode = "pass";
  const { offset } = await log.append(topic, "k", countedRecords(3), "here");
  expect(offset).toBe(2);
  const read = (await values(topic)).map((value) => JSON.parse(value ?? "").data.n);
  expect(read).toEqual([1, 2, 3]);
});

test("a topic is deleted once the broker no longer lists it", async () => {
  await topics.create("listed", 1, {});
  const list = vi.spyOn(topics, "list").mockResolvedValueOnce(["listed"]);
  await topics.remove("listed");
  expect(list.mock.calls.length).toBeGreaterThan(1);
  list.mockRestore();
});

test("a topic that is gone refuses its records at once, and other topics go on", async () => {
  await Promise.all([topics.create("gone", 3, {}), topics.create("stays", 1, {})]);
  await producer.send("gone", [record("x", "k")], first);
  await producer.send("stays", [record("y")], first);
  await topics.remove("gone");
  await expect(producer.send("gone", [record("x")], first)).rejects.toMatchObject({ code: "topic-unknown" });
  await producer.send("stays", [record("z")], first);
  expect(await values("stays")).toEqual(["y", "z"]);
  // Made anew with fewer partitions: the producer's metadata is old.
  await topics.create("gone", 1, {});
  const last = (partitions: number) => partitions - 1;
  expect(await producer.send("gone", [record("anew")], last)).toMatchObject({ partition: 0, offset: 0 });
});

test("a refused record leaves no gap in the numbers: the next one is written", async () => {
  await topics.create("compact", 1, { "cleanup.policy": "compact" });
  await expect(producer.send("compact", [record("no key")], first)).rejects.toMatchObject({
    code: "log-refused",
    message: expect.stringContaining("needs a key"),
  });
  expect(await producer.send("compact", [record("v", "k")], first)).toEqual({ partition: 0, offset: 0 });
});

test("many at once to one partition keep their order and are written once each", async () => {
  await topics.create("many", 1, {});
  const wanted = Array.from({ length: 200 }, (_, n) => `${n}`);
  await Promise.all(wanted.map((value) => producer.send("many", [record(value)], first)));
  expect(await values("many")).toEqual(wanted);
});

test("keys, headers and tombstones arrive as they are", async () => {
  await topics.create("forms", 1, {});
  const records: OutgoingRecord[] = [
    {
      key: "",
      value: "",
      headers: [
        ["a", "1"],
        ["b", ""],
        ["a", "2"],
      ],
    },
    { key: "ключ", value: null, timestamp: Date.now() - 86_400_000 },
    { key: null, value: "v" },
  ];
  await producer.send("forms", records, first);
  const read = (await log.read({ topic: "forms" }, bounds)).records;
  const parts = read.map((record) => ({
    key: record.key,
    value: record.value,
    headers: headerPairs(record),
  }));
  expect(parts).toEqual(records.map(({ key, value, headers = [] }) => ({ key, value, headers })));
  expect(read[1]?.timestamp).toBe(records[1]?.timestamp);
});

test("a batch whose times are further apart than the client can write is not sent", async () => {
  await topics.create("span", 1, {});
  const apart = [0, 2 ** 31].map((timestamp) => ({ ...record("v"), timestamp }));
  await expect(producer.send("span", apart, first)).rejects.toThrow(RangeError);
  expect(await values("span")).toEqual([]);
});
