import { expect, test } from "vitest";
import { loadNodeEngine } from "../sandbox/node-engine.ts";
import { reducerWith, threeRecords } from "../sandbox/testing/run-source.ts";
import { foldCasesIn } from "./fold-cases.ts";
import type { FoldCase, FoldJob } from "./fold-job.ts";
import { rememberFolds } from "./remember-folds.ts";

const fold = foldCasesIn(await loadNodeEngine());
const job: FoldJob = {
  source: reducerWith("return { sum: state.sum + event.data.n, at: Date.now() };"),
  entry: { kind: "reducer" },
  scope: "all",
  seed: 1,
  twice: false,
};
const logs: FoldCase[] = [1, 2, 3].map((count) => ({ records: threeRecords.slice(0, count) }));
const [one, two, three] = logs as [FoldCase, FoldCase, FoldCase];

/** Remembers, and counts the cases that were folded in fact. */
function remembering() {
  const folded: FoldCase[] = [];
  const remembered = rememberFolds((job, cases) => {
    folded.push(...cases);
    return fold(job, cases);
  });
  return { folded, remembered };
}

test("what was folded before is not folded again, and every answer is that of a fold, in the order of the cases", async () => {
  const { folded, remembered } = remembering();
  expect(await remembered(job, [one, two])).toEqual(await fold(job, [one, two]));
  expect(await remembered(job, [three, two, three, one])).toEqual(await fold(job, [three, two, three, one]));
  expect(folded).toEqual([one, two, three]);
});

test("another source, seed, entry, scope, second look, state to go on from or command is another fold", async () => {
  const { folded, remembered } = remembering();
  await remembered(job, [three]);
  const others: [FoldJob, FoldCase][] = [
    [{ ...job, source: reducerWith("return { sum: state.sum - event.data.n };") }, three],
    [{ ...job, seed: 2 }, three],
    [{ ...job, entry: { kind: "call", name: "evolve" } }, three],
    [{ ...job, scope: "by-key" }, three],
    [{ ...job, twice: true }, three],
    [job, { ...three, from: { sum: 10 } }],
    [
      { ...job, entry: { kind: "decider" } },
      { ...three, commands: [{ type: "Add", data: {} }] },
    ],
  ];
  for (const [other, log] of others) expect(await remembered(other, [log])).toEqual(await fold(other, [log]));
  expect(folded).toHaveLength(1 + others.length);
});

test("where the folds end early, so does the answer, and the rest is asked again", async () => {
  const folded: number[] = [];
  const remembered = rememberFolds(async (job, cases) => {
    folded.push(cases.length);
    return fold(job, cases.slice(0, 1));
  });
  expect(await remembered(job, [one, two])).toEqual(await fold(job, [one]));
  expect(await remembered(job, [one, two])).toEqual(await fold(job, [one, two]));
  expect(folded).toEqual([2, 1]);
});

test("of many sources only the last ones are remembered", async () => {
  const { folded, remembered } = remembering();
  const jobs = Array.from({ length: 40 }, (_, n) => ({ ...job, source: reducerWith(`return ${n};`) }));
  for (const each of [...jobs, ...jobs.slice(-10)]) await remembered(each, [one]);
  expect(folded).toHaveLength(jobs.length);
  await remembered(jobs[0] as FoldJob, [one]);
  expect(folded).toHaveLength(jobs.length + 1);
});
