import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RawRecord, readRecord } from "../../../../engine/fold/event.ts";
import { foldCasesIn } from "../../../../engine/grading/fold-cases.ts";
import { loadNodeEngine } from "../../../../engine/sandbox/node-engine.ts";
import { alignFolds } from "../two-folds/aligned-folds.ts";
import { keysOf, sideOf } from "../two-folds/fold-side.ts";
import { changesOf, orderRule } from "./changes-in-copy.ts";
import { beginBranch, branchTo, type CopyWithUndo, undone } from "./copy-with-undo.ts";
import {
  copyOf,
  duplicateRecord,
  edit,
  foldedFromTrace,
  insert,
  isUnchanged,
  type LogCopy,
  move,
  skip,
} from "./log-copy.ts";

const at = (partition: number, offset: number, type: string, n: number): RawRecord => ({
  position: { topic: "course.sums", partition, offset },
  timestamp: 1_000 * offset,
  key: `key-${partition}`,
  headers: {},
  value: JSON.stringify({ type, data: { n } }),
});
/** Two partitions, one after the other within each. */
const log: RawRecord[] = [
  at(0, 0, "Added", 1),
  at(1, 0, "Added", 2),
  at(0, 1, "Taken", 3),
  at(1, 1, "Added", 4),
];
const logs = fc
  .array(fc.record({ partition: fc.nat(1), n: fc.nat(9) }), { maxLength: 8 })
  .map((given) =>
    given.map(({ partition, n }, offset) => at(partition, offset, n > 5 ? "Taken" : "Added", n)),
  );
const fresh = (records: RawRecord[]) => copyOf(records, keysOf(records));

type Edit = (copy: LogCopy) => LogCopy;
const idOf = (copy: LogCopy, place: number) =>
  copy.records[place % Math.max(1, copy.records.length)]?.id ?? "none";
const edits = fc.oneof(
  fc.nat(20).map(
    (place): Edit =>
      (copy) =>
        skip(copy, idOf(copy, place)),
  ),
  fc.nat(20).map(
    (place): Edit =>
      (copy) =>
        duplicateRecord(copy, idOf(copy, place)),
  ),
  fc.tuple(fc.nat(20), fc.integer({ min: -3, max: 20 })).map(
    ([place, to]): Edit =>
      (copy) =>
        move(copy, idOf(copy, place), to),
  ),
  fc.tuple(fc.nat(20), fc.nat(9)).map(
    ([place, n]): Edit =>
      (copy) =>
        edit(copy, idOf(copy, place), { type: "Added", data: { n } }),
  ),
  fc.nat(8).map(
    (place): Edit =>
      (copy) =>
        insert(copy, Math.min(place, copy.records.length), "new", { type: "Added", data: { n: 5 } }),
  ),
);

const source = `export const initialState = () => ({ sum: 0, count: 0 });
export function evolve(state, { type, data }) {
  return { sum: state.sum + (type === "Taken" ? -data.n : data.n), count: state.count + 1 };
}`;
const foldCases = foldCasesIn(await loadNodeEngine());
const job = { source, entry: { kind: "reducer" as const }, scope: "all" as const, seed: 1, twice: false };
async function traceOf(records: RawRecord[]) {
  const [trace] = await foldCases(job, [{ records }]);
  if (!trace) throw new Error("The fold gave no trace.");
  return trace;
}

describe("laws", () => {
  test("a copy without a change folds to the same trace", async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (records) => {
        const copy = fresh(records);
        expect(isUnchanged(copy)).toBe(true);
        expect(await traceOf(foldedFromTrace(copy).records)).toEqual(await traceOf(records));
      }),
      { numRuns: 20 },
    );
  });

  test("every change is undone, whatever came before it", () => {
    fc.assert(
      fc.property(logs, fc.array(edits, { maxLength: 8 }), edits, (records, before, last) => {
        const branch = before.reduce<CopyWithUndo>(
          (so, change) => branchTo(so, change(so.now)),
          beginBranch(fresh(records)),
        );
        const next = branchTo(branch, last(branch.now));
        expect(next === branch || undone(next).now === branch.now || next.now === branch.now).toBe(true);
      }),
    );
  });

  test("left out and taken in again is as before", () => {
    fc.assert(
      fc.property(logs, fc.nat(20), (records, place) => {
        const copy = fresh(records);
        const id = idOf(copy, place);
        expect(skip(skip(copy, id), id)).toEqual(copy);
      }),
    );
  });

  test("whatever is done, ids are unique and what lies in the log stays as it is", () => {
    fc.assert(
      fc.property(logs, fc.array(edits, { maxLength: 12 }), (records, changes) => {
        const before = structuredClone(records);
        const copy = changes.reduce((so, change) => change(so), fresh(records));
        const ids = copy.records.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(records).toEqual(before);
        // Every record of the log is still there once, left out or not.
        const own = copy.records.filter(({ origin, again: twice }) => origin !== null && !twice);
        expect(own.map(({ origin }) => origin).toSorted()).toEqual(
          records.map((_, place) => place).toSorted(),
        );
      }),
    );
  });

  test("two folds side by side hold every step of both once, in its order", async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.array(edits, { maxLength: 6 }), async (records, changes) => {
        const copy = changes.reduce((so, change) => change(so), fresh(records));
        const folded = foldedFromTrace(copy);
        const sides = alignFolds(
          sideOf("log", records, await traceOf(records)),
          sideOf("copy", folded.records, await traceOf(folded.records), { keys: folded.keys }),
        );
        const steps = (which: "one" | "other") =>
          sides.rows.flatMap((row) => ((row[which]?.step ?? null) === null ? [] : [row[which]?.step]));
        expect(steps("one")).toEqual(records.map((_, step) => step));
        expect(steps("other")).toEqual(folded.records.map((_, step) => step));
        expect(new Set(sides.rows.map(({ id }) => id)).size).toBe(sides.rows.length);
        if (isUnchanged(copy)) expect(sides.divergence).toBeNull();
      }),
      { numRuns: 30 },
    );
  });
});

test("what was done is told by kind, type and offset", () => {
  const [first, second, third] = keysOf(log) as [string, string, string, string];
  const changes: Edit[] = [
    (copy) => skip(copy, first),
    (copy) => edit(copy, second, { type: "Given", data: {} }),
    (copy) => duplicateRecord(copy, third),
    (copy) => insert(copy, 0, null, { type: "Opened", data: {} }),
  ];
  expect(changesOf(changes.reduce((so, change) => change(so), fresh(log)))).toEqual([
    { kind: "put-in", type: "Opened", offset: null },
    { kind: "skipped", type: "Added", offset: 0 },
    { kind: "edited", type: "Given", offset: 0 },
    { kind: "again", type: "Taken", offset: 1 },
  ]);
  expect(changesOf(move(fresh(log), first, 3))).toEqual([{ kind: "moved", type: "Added", offset: 0 }]);
});

test("an edited record keeps its id, an inserted one has a position that is in no log", () => {
  const copy = insert(edit(fresh(log), "course.sums-0@0", { type: "Given", data: 7 }), 1, "k", {
    type: "A",
    data: 1,
  });
  const [edited, put] = foldedFromTrace(copy).records.map((record) => readRecord(record));
  expect(edited).toMatchObject({ event: { type: "Given", data: 7, metadata: { id: "course.sums-0@0" } } });
  expect(put).toMatchObject({ key: "k", position: { topic: "what-if" }, event: { type: "A" } });
});

describe("the order", () => {
  test("within a partition is Kafka's, between two it is nobody's", () => {
    expect(orderRule(fresh(log))).toEqual({ kind: "kept" });
    expect(orderRule(move(fresh(log), "course.sums-1@0", 0))).toEqual({ kind: "between-partitions" });
    expect(orderRule(move(fresh(log), "course.sums-0@1", 0))).toEqual({
      kind: "within-partition",
      partition: 0,
      first: 0,
      second: 1,
    });
  });

  test("is not broken by a record that is left out, put in or delivered again", () => {
    const changes: Edit[] = [
      (copy) => duplicateRecord(copy, "course.sums-0@0"),
      (copy) => insert(copy, 0, null, { type: "A", data: 1 }),
      (copy) => skip(copy, "course.sums-0@1"),
    ];
    const copy = changes.reduce((so, change) => change(so), fresh(log));
    const twice = copy.records.find((one) => one.again)?.id ?? "";
    expect(orderRule(move(copy, twice, 9))).toEqual({ kind: "kept" });
  });
});
