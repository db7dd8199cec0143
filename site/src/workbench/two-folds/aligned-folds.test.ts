import { expect, test } from "vitest";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { Json } from "../../../../engine/fold/json.ts";
import { foldCasesIn } from "../../../../engine/grading/fold-cases.ts";
import { loadNodeEngine } from "../../../../engine/sandbox/node-engine.ts";
import { alignFolds, statesAt } from "./aligned-folds.ts";
import { describeDivergence } from "./describe-divergence.ts";
import { sideOf } from "./fold-side.ts";

const fold = foldCasesIn(await loadNodeEngine());
const record = (offset: number, n: number): RawRecord => ({
  position: { topic: "course.sums", partition: 0, offset },
  timestamp: 0,
  key: "sum",
  headers: {},
  value: JSON.stringify({ type: n < 0 ? "Taken" : "Added", data: { n } }),
});
const summing = (weight = 1) => `export const initialState = () => ({ sum: 0, seen: ${weight} });
export const evolve = (state, { data }) => ({ sum: state.sum + data.n, seen: state.seen + ${weight} });`;

async function side(name: string, records: RawRecord[], source = summing(), from?: Json) {
  const job = { source, entry: { kind: "reducer" as const }, scope: "all" as const, seed: 1, twice: false };
  const [trace] = await fold(job, [{ records, ...(from !== undefined && { from }) }]);
  if (!trace) throw new Error("The fold gave no trace.");
  return sideOf(name, records, trace, { goesOn: from !== undefined });
}

const log = [record(0, 1), record(1, 2), record(2, -2), record(3, 4)];

test("what differs after a row is told from there on, and where it is the same again", async () => {
  const without = await side("the copy", [log[0], log[3]] as RawRecord[], summing(0));
  const both = alignFolds(await side("the log", log, summing(0)), without);
  expect(both.rows.map(({ kind, differs }) => `${kind} ${differs}`)).toEqual([
    "both false",
    "only-one true",
    "only-one false",
    "both false",
  ]);
  expect([both.divergence, both.meeting]).toEqual([1, 2]);
  expect(describeDivergence(both, "without two")).toBe(
    "Without two, the state is different from offset 1 on. From offset 2 on they are the same again.",
  );
  expect(statesAt(both, 1)).toEqual({ one: { sum: 3, seen: 0 }, other: { sum: 1, seen: 0 } });
});

test("a record that is delivered again is a row of its own", async () => {
  const twice = [log[0], log[1], log[1], log[2], log[3]] as RawRecord[];
  const both = alignFolds(await side("once", log), await side("again", twice));
  expect(both.rows.map(({ kind }) => kind)).toEqual(["both", "both", "only-other", "both", "both"]);
  expect(describeDivergence(both)).toBe(
    "The two states differ from the second delivery of offset 1 on. At the end, in again, `sum` is 7 instead of 5 and `seen` is 6 instead of 5.",
  );
});

test("a fold that goes on from a kept state has nothing to be held against before it begins", async () => {
  const rest = await side("from a state", log.slice(2), summing(), { sum: 3, seen: 3 });
  const both = alignFolds(await side("from the first record", log), rest);
  expect(both.divergence).toBeNull();
  expect(both.rows.map(({ kind }) => kind)).toEqual(["only-one", "only-one", "both", "both"]);
});

test("what does not count is no divergence", async () => {
  const [one, other] = [await side("the reference", log), await side("yours", log, summing(2))];
  expect(alignFolds(one, other).divergence).toBe(-1);
  const ends = { one: 5, other: 5 };
  const counted = alignFolds(one, other, { step: (index) => index === 2, ends });
  expect(counted.rows.map(({ differs }) => differs)).toEqual([false, false, true, false]);
  expect(counted.rows.map(({ isSame }) => isSame)).toEqual([false, false, false, false]);
  expect(describeDivergence(counted)).toBe(
    "The two states differ from offset 2 on. At the end they are the same again.",
  );
});
