import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import type { GivenLog, RunBody } from "../../engine/protocol/request-types.ts";
import { type GeneratedRecord, placeLog } from "../../engine/testing/generated/logs.ts";
import { describePair, programLogPair } from "../../engine/testing/generated/program-log-pairs.ts";
import {
  isolateTopics,
  lines,
  openTestServer,
  runInTurns,
  sessionToken,
  type TestServer,
} from "../testing/test-playground.ts";
import { writeTopic } from "../testing/write-topic.ts";

const topic = "course.generated";
const partitions = 3;
const count = 300;
/** Requests under way at once: enough that no slot waits for the next. */
const atOnce = 6;
/** Far more than it takes, in ms: a busy machine is no failure. */
const testTimeout = 600_000;

/** Pairs with the part of the topic that holds their log. */
const pairs = placed(Array.from({ length: count }, (_, seed) => programLogPair(seed)));

function placed<Pair extends { log: GeneratedRecord[] }>(pairs: Pair[]) {
  const ends = Array.from({ length: partitions }, () => 0);
  return pairs.map((pair) => {
    const inTopic = placeLog(pair.log, topic, ends);
    for (const { partition, to } of inTopic.slice.partitions) ends[partition] = to;
    return { pair, ...inTopic };
  });
}

const settings = isolateTopics(inject("kafka"));
let server: TestServer;

beforeAll(async () => {
  // Every run is made: none is answered with the trace of the one before.
  server = await openTestServer(settings, { env: { PER_ADDRESS_SESSIONS: "10000", TRACE_CACHE_MB: "0" } });
  const messages = pairs.flatMap(({ pair }) =>
    pair.log.map((record) => ({ ...record, timestamp: String(record.timestamp) })),
  );
  await writeTopic(settings, topic, { partitions, messages });
});
afterAll(() => server.close());

let sessions = 0;

/** The trace as the server writes it, line by line, without the name of the run and what is said of its progress. */
async function trace(body: RunBody): Promise<string[]> {
  const headers = { "x-session": sessionToken(`the-same-trace-everywhere-${sessions++}`) };
  const answer = await server.post("/api/runs", body, headers);
  const [start, ...rest] = answer.body.split("\n").filter((line) => !line.startsWith('{"kind":"progress"'));
  return [start?.replace(/"runId":"[^"]*",/, "") ?? "", ...rest];
}

/** The same records as they would come with the request, each where it lies in the topic. */
function givenRecordsOf(records: RawRecord[]): GivenLog["records"] {
  return records.map(({ position, timestamp, key, headers, value }) => ({
    position,
    timestamp,
    key,
    headers,
    value,
  }));
}

const verdictOf = (trace: string[]): string => lines(trace.join("\n")).at(-1)?.verdict;

test(`${count} generated programs give the same trace over Kafka's records and over the same records given`, {
  tags: "full",
  timeout: testTimeout,
}, async () => {
  const verdicts = new Map<string, number>();
  const compare = async ({ pair, records, slice }: (typeof pairs)[number] & { slice: Slice }) => {
    const { source, entry, scope, seed } = pair;
    const body = { source, entry, seed };
    const onKafka = await trace({ ...body, log: { ...slice, scope } });
    const onGiven = await trace({ ...body, log: { records: givenRecordsOf(records), scope } });
    expect(onKafka, describePair(pair)).toEqual(onGiven);
    const verdict = verdictOf(onKafka);
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  };
  await runInTurns(pairs, atOnce, compare);
  expect(verdicts.get("ok")).toBeGreaterThan(count / 2);
  expect(verdicts.get("threw")).toBeGreaterThan(0);
  for (const ours of ["engine-fault", "busy", "cancelled", "log-unavailable", "undefined"])
    expect(verdicts.get(ours), ours).toBeUndefined();
});

test("every source of every exercise gives the same trace over the course's log and over its records given", async () => {
  const { exercises } = server.playground.catalog;
  const cases = exercises.flatMap(({ id, records, starter, solution, wrong }) =>
    [starter, solution, ...wrong.map(({ source }) => source)].map((source) => ({ id, records, source })),
  );
  expect(cases.length).toBeGreaterThan(3 * exercises.length);
  await runInTurns(cases, atOnce, async ({ id, records, source }) => {
    const onKafka = await trace({ exercise: id, source });
    expect(await trace({ exercise: id, source, log: { records: givenRecordsOf(records) } }), id).toEqual(
      onKafka,
    );
    expect(["threw", "ok", "state-invalid", "compile-error", "nondeterministic"]).toContain(
      verdictOf(onKafka),
    );
  });
});
