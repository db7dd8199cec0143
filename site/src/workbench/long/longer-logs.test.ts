import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { TraceEnd } from "../../../../engine/fold/trace.ts";
import { LongFold } from "../../../../engine/long-fold/long-fold.ts";
import { limits } from "../../../../engine/sandbox/limits.ts";
import { loadModule, loadNodeEngine } from "../../../../engine/sandbox/node-engine.ts";
import { courseAnswer } from "../../../../exercises/answer-source.ts";
import { readCatalog } from "../../../../exercises/catalog.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import { openLongLog } from "../../long-log/long-log-data.ts";
import { type LongerLog, longerLogsOf } from "./longer-logs.ts";

const folder = join(import.meta.dirname, "../../../../exercises");
const { exercises } = await readCatalog(folder);
const foldable = exercises.filter(({ entry }) => entry.kind === "reducer" || entry.kind === "projector");
const parts = {
  engine: await loadNodeEngine(),
  wasm: await loadModule(limits.laneWasmMemoryBytes),
  now: () => performance.now(),
  pause: async () => {},
};
const offeredOf = (exercise: (typeof exercises)[number]) =>
  longerLogsOf({ exercise, records: exercise.records } as unknown as ExercisePayload);

/** How the course's solution ends over a longer log, in the fold lane. */
async function foldSolution(exercise: (typeof exercises)[number], longer: LongerLog): Promise<TraceEnd> {
  const source = await courseAnswer(exercise.id, "solution");
  const { promise, resolve } = Promise.withResolvers<TraceEnd>();
  const { entry } = exercise;
  if (entry.kind !== "reducer" && entry.kind !== "projector") throw new Error("It has no longer log.");
  const log = await openLongLog(longer.data);
  await LongFold.fold(
    parts,
    { runId: "longer", source, entry, scope: longer.scope, seed: 0, log },
    (message) => {
      if (message.kind === "end") resolve(message);
    },
    () => {},
  );
  return promise;
}

describe("the course's solution folds the longer logs that are offered", () => {
  test.each(foldable.map((exercise) => [exercise.id, exercise] as const))(
    "%s, the shortest",
    async (_, exercise) => {
      const [shortest] = offeredOf(exercise);
      const end = await foldSolution(exercise, shortest as LongerLog);
      expect([end.message, end.verdict, end.steps + end.skipped]).toEqual(["", "ok", shortest?.count]);
    },
  );

  test("100,000 records of lesson 8", async () => {
    const exercise = exercises.find(({ id }) => id === "cart-read-only") as (typeof exercises)[number];
    const longest = offeredOf(exercise).at(-1) as LongerLog;
    expect([longest.count, longest.keys]).toEqual([100_000, 12_500]);
    const end = await foldSolution(exercise, longest);
    expect([end.message, end.verdict, end.steps]).toEqual(["", "ok", 100_000]);
  });

  // The two whose states are the largest.
  test.each(["leaderboard", "chess-promotion"])("%s, the longest", { tags: "full" }, async (id) => {
    const exercise = exercises.find((each) => each.id === id) as (typeof exercises)[number];
    const end = await foldSolution(exercise, offeredOf(exercise).at(-1) as LongerLog);
    expect([end.message, end.verdict]).toEqual(["", "ok"]);
  });
});

test("each repetition of lesson 8's morning ends in the same cart, under a key of its own", async () => {
  const exercise = exercises.find(({ id }) => id === "cart-read-only") as (typeof exercises)[number];
  const { state } = await foldSolution(exercise, offeredOf(exercise)[0] as LongerLog);
  const carts = Object.entries(state as Record<string, { lines: unknown }>);
  expect(carts.slice(0, 3).map(([key]) => key)).toEqual(["cart-1", "cart-1-2", "cart-1-3"]);
  for (const [, { lines }] of carts) expect(lines).toEqual({ pants: 1, "t-shirt": 1, hat: 1 });
});

test("the playground's log keeps its keys, and its state is the one that the learner chose", () => {
  const record = { key: "k" } as RawRecord;
  const exercise = { scope: "all", slice: { topic: "pasted", partitions: [] } };
  const made = { exercise, records: [record], made: "here" } as unknown as ExercisePayload;
  for (const { keys, scope, data } of longerLogsOf(made))
    expect([keys, scope, data.ownKeys]).toEqual([null, "all", undefined]);
});
