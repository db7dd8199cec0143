import { expect, test } from "vitest";
import type { TraceMessage } from "../../fold/trace.ts";
import { loadNodeEngine } from "../../sandbox/node-engine.ts";
import { placeLog } from "./logs.ts";
import { describePair, programLogPair } from "./program-log-pairs.ts";

const engine = await loadNodeEngine();
const pairs = Array.from({ length: 150 }, (_, seed) => programLogPair(seed));

async function fold(seed: number): Promise<TraceMessage[]> {
  const pair = programLogPair(seed);
  const messages: TraceMessage[] = [];
  const health = await engine.run(
    { runId: "r", ...pair, ...placeLog(pair.log, "course.generated") },
    (message) => messages.push(message),
  );
  expect(health, describePair(pair)).toBe("healthy");
  return messages;
}

test("a seed gives the same pair each time, and another seed another one", () => {
  expect(programLogPair(7)).toEqual(programLogPair(7));
  expect(new Set(pairs.map(describePair)).size).toBe(pairs.length);
});

test("generated logs hold tombstones, values that are no events, missing keys and equal times in several partitions", () => {
  const records = pairs.flatMap(({ log }) => log);
  const some = (fits: (record: (typeof records)[number]) => boolean) => records.filter(fits).length;
  expect(some(({ value }) => value === null)).toBeGreaterThan(20);
  expect(some(({ value }) => value?.includes('"type"') === false)).toBeGreaterThan(20);
  expect(some(({ value }) => value?.includes('"metadata"') === false)).toBeGreaterThan(20);
  expect(some(({ key }) => key === null)).toBeGreaterThan(20);
  expect(some(({ partition }) => partition === 2)).toBeGreaterThan(20);
  expect(new Set(records.map(({ timestamp }) => timestamp)).size).toBeLessThan(20);
});

test("most generated programs fold to the end, some stop in each of the ways that a program can", async () => {
  const verdicts = new Map<string, number>();
  for (const seed of pairs.keys()) {
    const end = (await fold(seed)).at(-1);
    const verdict = end?.kind === "end" ? end.verdict : "none";
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  expect(verdicts.get("ok")).toBeGreaterThan(pairs.length / 2);
  expect([...verdicts.keys()]).toEqual(
    expect.arrayContaining([
      "threw",
      "state-invalid",
      "nondeterministic",
      "compile-error",
      "async-not-allowed",
    ]),
  );
});

test("a pair is printed as a person would write it down", () => {
  const pair = { ...programLogPair(1), source: "export const evolve = 1;", scope: "all" as const, seed: 5 };
  const text = describePair({ ...pair, entry: { kind: "reducer" }, log: [] });
  expect(text).toContain("— reducer, all, seed 5 —\nexport const evolve = 1;\n— its log —");
});
