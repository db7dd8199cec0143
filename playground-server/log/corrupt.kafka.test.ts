import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import { type OwnBroker, openOwnBroker } from "../testing/own-broker.ts";
import { bounds, countedRecords } from "../testing/test-log.ts";
import {
  lines,
  openTestServer,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { writeTopic } from "../testing/write-topic.ts";

const topic = "course.damaged";
const perBatch = 500;
const batches = 12;
/** The batch that is damaged, and a record in it. */
const damaged = { from: 8 * perBatch, offset: 8 * perBatch + 123 };
const records = Array.from(
  { length: batches * perBatch },
  (_, offset): RawRecord => ({
    position: { topic, partition: 0, offset },
    timestamp: 1_700_000_000_000 + offset,
    key: "k",
    headers: {},
    value: JSON.stringify(countedRecords(100_000 + offset)),
  }),
);

/** A broker of its own, whose files are changed while it is stopped. */
let broker: OwnBroker;
let server: TestServer;

beforeAll(async () => {
  broker = await openOwnBroker();
  const messages = records.map(({ key, value, timestamp }) => ({ key, value, timestamp: String(timestamp) }));
  await writeTopic(broker.settings, topic, { atOnce: perBatch, messages });
  // Stopped cleanly: after a crash the broker would verify and cut its log by itself.
  await broker.stop();
  const segment = globSync(`**/${topic}-0/*.log`, { cwd: broker.dataDir })[0] as string;
  const path = join(broker.dataDir, segment);
  const bytes = readFileSync(path);
  const at = bytes.indexOf(`"n":${100_000 + damaged.offset}`);
  bytes.write("9999", at + '"n":'.length);
  writeFileSync(path, bytes);
  broker = await openOwnBroker(broker.dataDir);
  server = await openTestServer(broker.settings);
});
afterAll(async () => {
  await server?.close();
  await broker?.close();
});

const sentence = `The record batch at offset ${damaged.from} of ${topic}-0 does not match its checksum`;

async function run(log: object) {
  const payload = { source: summingSource(), log };
  return server.app.inject({ method: "POST", url: "/api/runs", payload });
}

test("bytes that changed on a broker's disk are not read as records: the batch is named", async () => {
  const part = { topic, partitions: [{ partition: 0, from: damaged.from - 10, to: damaged.from + 10 }] };
  const reading = server.playground.log.read(part, bounds);
  await expect(reading).rejects.toMatchObject({
    code: "log-corrupt",
    message: expect.stringContaining(sentence),
  });
  const refused = await run({ ...part });
  expect([refused.statusCode, refused.json().code]).toEqual([502, "log-corrupt"]);
  expect(refused.json().detail).toContain(sentence);
});

test("the records before and after a damaged batch can be read", async () => {
  const read = (from: number, to: number) =>
    server.playground.log.read({ topic, partitions: [{ partition: 0, from, to }] }, bounds);
  expect((await read(0, damaged.from)).records).toHaveLength(damaged.from);
  expect((await read(damaged.from + perBatch, records.length)).records.at(-1)).toEqual(records.at(-1));
});

test("a long fold stops before a damaged batch and says which it is", async () => {
  // On a machine that is short of time Kafka may answer too late for the run to begin.
  let end = lines((await run({ topic })).body).at(-1);
  await waitForCondition(async () => {
    if (end.kind !== "end") end = lines((await run({ topic })).body).at(-1);
    return end.kind === "end";
  }, "a run that begins");
  expect(end).toMatchObject({ kind: "end", verdict: "log-unavailable" });
  expect(end.message).toContain(sentence);
  expect(end.steps).toBe(end.state.count);
  expect(end.steps).toBeLessThanOrEqual(damaged.from);
  expect(end.at.position).toEqual({ topic, partition: 0, offset: end.steps });
});

test("seeding does not take a damaged log for the course's", async () => {
  const upToDamage = records.slice(0, damaged.from + 1);
  const [report] = await server.playground.log.seed([{ topic, partitions: 1, records: upToDamage }], true);
  expect(report).toMatchObject({
    state: "corrupt",
    appended: 0,
    sentence: expect.stringContaining(sentence),
  });
});
