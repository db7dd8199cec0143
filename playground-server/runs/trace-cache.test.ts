import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import {
  givenRecords,
  lines,
  openTestServer,
  summingSource,
  type TestServer,
} from "../testing/test-playground.ts";
import { CachedTrace } from "./cached-trace.ts";
import { TraceCache, traceHash } from "./trace-cache.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, { env: { TRACE_CACHE_MB: "1" } });
});
afterAll(() => server.close());

async function run(payload: object): Promise<TraceMessage[]> {
  return lines((await server.post("/api/runs", payload)).body);
}
const hits = () => server.playground.runner.cache.hits;

test("the same run is answered from the cache, byte for byte but for its name", async () => {
  const payload = { source: summingSource(), log: givenRecords(5) };
  const before = hits();
  const [[start, ...first], [again, ...second]] = [await run(payload), await run(payload)] as [
    TraceMessage[],
    TraceMessage[],
  ];
  expect(hits()).toBe(before + 1);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  expect({ ...again, runId: "" }).toEqual({ ...start, runId: "" });
  expect(again).not.toEqual(start);
});

test.each([
  ["another source", { source: `${summingSource()}\n` }],
  ["another seed", { seed: 7 }],
  ["another scope", { log: { ...givenRecords(5), scope: "by-key" } }],
  ["one record more", { log: givenRecords(6) }],
  ["a watch", { watches: ["state.count"] }],
])("%s is another run", async (_, change) => {
  const payload = { source: summingSource(), log: givenRecords(5) };
  await run(payload);
  const before = hits();
  await run({ ...payload, ...change });
  expect(hits()).toBe(before);
});

test.each([
  ["time-limit", "for (;;);"],
  ["memory-limit", "const a = []; for (;;) a.push('x'.repeat(1e6));"],
])("a run that ended %s is made anew", async (verdict, extra) => {
  const payload = { source: summingSource(extra), log: givenRecords(2) };
  const before = hits();
  for (let i = 0; i < 2; i++) expect((await run(payload)).at(-1)).toMatchObject({ verdict });
  expect(hits()).toBe(before);
});

const record = fc.record({
  position: fc.record({ topic: fc.string(), partition: fc.nat(), offset: fc.nat() }),
  timestamp: fc.nat(),
  key: fc.option(fc.string()),
  headers: fc.constant({}),
  value: fc.option(fc.string()),
});
const request = (records: RawRecord[]): RunRequest => ({
  runId: "r",
  source: "s",
  entry: { kind: "reducer" },
  scope: "all",
  seed: 1,
  records,
  slice: { topic: "t", partitions: [] },
});

test("two lists of records have the same hash only where they are the same", () => {
  const lists = fc.array(record, { maxLength: 4 });
  fc.assert(
    fc.property(lists, lists, (some, others) => {
      const same = JSON.stringify(some) === JSON.stringify(others);
      expect(traceHash(request(some)) === traceHash(request(others))).toBe(same);
      expect(traceHash(request(some))).toBe(traceHash({ ...request(some), runId: "other" }));
    }),
  );
});

test.each(["\ud800", "\udfff", "\ufffd"])(
  "a text that UTF-8 cannot tell apart has a hash of its own: %j",
  (text) => {
    const others = ["\ud800", "\udfff", "\ufffd"].filter((other) => other !== text);
    const hash = (givenRecords: string, part: "key" | "value") => {
      const position = { topic: "t", partition: 0, offset: 0 };
      return traceHash(
        request([{ position, timestamp: 0, key: "k", headers: {}, value: "v", [part]: givenRecords }]),
      );
    };
    for (const part of ["key", "value"] as const)
      for (const other of others) expect(hash(text, part)).not.toBe(hash(other, part));
  },
);

test("what is kept stays within its bound, and what was asked for last stays longest", () => {
  const start = { kind: "start", runId: "r", state: null } as unknown as TraceMessage;
  const end = (message: string) =>
    ({ kind: "end", verdict: "ok", message, at: null, state: null, steps: 0, skipped: 0 }) as const;
  const cache = new TraceCache(500);
  const keep = (name: string, message = "x".repeat(100)) => {
    const collecting = cache.collect(name);
    collecting.take(start);
    collecting.take(end(message));
  };
  for (const name of ["a", "b"]) keep(name);
  expect(cache.find("a")).not.toBeNull();
  keep("c");
  expect(["a", "b", "c"].map((name) => cache.find(name) !== null)).toEqual([true, false, true]);
  keep("large", "x".repeat(500));
  expect(cache.find("large")).toBeNull();
});

test("a kept trace has every message as it came, under the name of whoever asks", () => {
  const start = {
    kind: "start",
    runId: "first",
    state: { name: 'Zoë "\n" \ud800' },
  } as unknown as TraceMessage;
  const end = { kind: "end", verdict: "ok", message: "é\u2028" } as unknown as TraceMessage;
  const cache = new TraceCache(1_000);
  const collecting = cache.collect("hash");
  for (const message of [start, { kind: "progress" } as unknown as TraceMessage, end])
    collecting.take(message);
  const trace = cache.find("hash");
  const read = [...(trace?.lines('a "name"') ?? [])].map((line) => JSON.parse(line));
  expect(read).toEqual([{ ...start, runId: 'a "name"' }, end]);
  expect(`${[...(trace?.lines("b") ?? [])].join("\n")}\n`).toBe(`${CachedTrace.headOf("b")}${trace?.shared}`);
});
