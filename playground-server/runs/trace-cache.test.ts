import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { given, lines, summing, type TestServer, testServer } from "../testing/playground.ts";
import { TraceCache, traceHash } from "./trace-cache.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(undefined, { env: { TRACE_CACHE_MB: "1" } });
});
afterAll(() => server.close());

async function run(payload: object): Promise<TraceMessage[]> {
  const headers = { "x-session": "a-session-of-this-test-only" };
  const answer = await server.app.inject({ method: "POST", url: "/api/runs", payload, headers });
  return lines(answer.body);
}
const hits = () => server.playground.runner.cache.hits;

test("the same run is answered from the cache, byte for byte but for its name", async () => {
  const payload = { source: summing(), log: given(5) };
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
  ["another source", { source: `${summing()}\n` }],
  ["another seed", { seed: 7 }],
  ["another scope", { log: { ...given(5), scope: "by-key" } }],
  ["one record more", { log: given(6) }],
  ["a watch", { watches: ["state.count"] }],
])("%s is another run", async (_, change) => {
  const payload = { source: summing(), log: given(5) };
  await run(payload);
  const before = hits();
  await run({ ...payload, ...change });
  expect(hits()).toBe(before);
});

test.each([
  ["time-limit", "for (;;);"],
  ["memory-limit", "const a = []; for (;;) a.push('x'.repeat(1e6));"],
])("a run that ended %s is made anew", async (verdict, extra) => {
  const payload = { source: summing(extra), log: given(2) };
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
  ...{ runId: "r", source: "s", entry: { kind: "reducer" }, scope: "all", seed: 1, records },
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

test("what is kept stays within its bound, and what was asked for last stays longest", () => {
  const end = (message: string) =>
    ({ kind: "end", verdict: "ok", message, at: null, state: null, steps: 0, skipped: 0 }) as const;
  const cache = new TraceCache(1_000);
  const keep = (name: string) => cache.collect(name).take(end("x".repeat(100)));
  for (const name of ["a", "b"]) keep(name);
  expect(cache.find(request([]), "a")).not.toBeNull();
  keep("c");
  expect(["a", "b", "c"].map((name) => cache.find(request([]), name) !== null)).toEqual([true, false, true]);
  cache.collect("large").take(end("x".repeat(1_000)));
  expect(cache.find(request([]), "large")).toBeNull();
});
