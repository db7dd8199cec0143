import { expect, test } from "vitest";
import { type ProcessStats, resourceProblems } from "./process-stats.ts";

const quiet: ProcessStats = { bytes: 400 * 2 ** 20, processes: 5, zombies: 0, descriptors: 40 };
const flat = Array.from({ length: 30 }, () => quiet);

test("a environment that is as it was before has no findings", () => {
  expect(resourceProblems(quiet, flat, quiet)).toEqual([]);
});

test("memory that grows on after the warm-up is found, memory that settles is not", () => {
  const grows = flat.map((look, i) => ({ ...look, bytes: look.bytes + i * 10 * 2 ** 20 }));
  expect(resourceProblems(quiet, grows, quiet)).toEqual([
    expect.stringMatching(/grew from 5\d\d to 6\d\d MB/),
  ]);
  const settles = flat.map((look, i) => ({ ...look, bytes: look.bytes + Math.min(i, 10) * 30 * 2 ** 20 }));
  expect(resourceProblems(quiet, settles, quiet)).toEqual([]);
});

test.each<[string, Partial<ProcessStats>]>([
  ["zombie", { zombies: 1 }],
  ["processes", { processes: 6 }],
  ["descriptors", { descriptors: 80 }],
])("%s that are left are found", (what, left) => {
  expect(resourceProblems(quiet, flat, { ...quiet, ...left })).toEqual([expect.stringContaining(what)]);
});
