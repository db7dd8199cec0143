import { expect, test } from "vitest";
import type { CaptureEvent, ChangeRecord } from "./events.ts";
import { type CaptureState, changesNotFlushed, changesOfRun, evolve, initialState } from "./evolve.ts";
import { firstDifference } from "./rebuild-table.ts";

const row = (id: string, status: string) => ({ id, status });
const record = (
  offset: number,
  op: ChangeRecord["op"],
  lsn: number | null,
  status?: string,
): ChangeRecord => ({
  table: "orders",
  offset,
  key: "1",
  op,
  before: null,
  after: status === undefined ? null : row("1", status),
  lsn,
});
const read = (...changes: ChangeRecord[]): CaptureEvent => ({ type: "ChangesRead", data: { changes } });
const fold = (...events: CaptureEvent[]): CaptureState => events.reduce(evolve, initialState());
const tableOf = (...rows: string[][]) => ({ name: "orders", columns: ["id", "status"], rows, more: false });

test("the fold over the changes is the table: snapshot, update, delete with its tombstone, insert", () => {
  const until = (count: number) =>
    fold(
      read(
        ...[
          record(0, "r", 10, "NEW"),
          record(1, "u", 20, "PAID"),
          record(2, "d", 30),
          record(3, "tombstone", null),
          record(4, "c", 40, "NEW"),
        ].slice(0, count),
      ),
    ).rebuilt.orders;
  expect(firstDifference(tableOf(["1", "NEW"]), until(1))).toBeNull();
  expect(firstDifference(tableOf(["1", "PAID"]), until(2))).toBeNull();
  expect(firstDifference(tableOf(), until(4))).toBeNull();
  expect(firstDifference(tableOf(["1", "NEW"]), until(5))).toBeNull();
});

test("the first row that differs is named: another value, a row too few, a row too many", () => {
  const { rebuilt } = fold(read(record(0, "r", 10, "NEW")));
  const { orders } = rebuilt;
  expect(firstDifference(tableOf(["1", "PAID"]), orders)).toEqual({
    key: "1",
    real: row("1", "PAID"),
    rebuilt: row("1", "NEW"),
  });
  expect(firstDifference(tableOf(["1", "NEW"], ["2", "NEW"]), orders)).toMatchObject({
    key: "2",
    rebuilt: null,
  });
  expect(firstDifference(tableOf(), orders)).toMatchObject({ key: "1", real: null });
  // Of a longer table only its first rows are known.
  expect(firstDifference({ ...tableOf(), more: true }, orders)).toBeNull();
});

test("a change that comes again is marked, changes nothing, and is not counted for its SQL twice", () => {
  const run = { shape: null, statements: [], from: 15, to: 35 };
  const once = [record(1, "u", 20, "PAID"), record(2, "d", 30), record(3, "tombstone", null)];
  const twice = once.map((each) => ({ ...each, offset: each.offset + 3 }));
  const state = fold({ type: "SqlRan", data: run }, read(record(0, "r", 10, "NEW"), ...once, ...twice));
  expect(state.changes.map(({ again }) => again)).toEqual([false, false, false, false, true, true, true]);
  expect(state.rebuilt.orders).toEqual({});
  expect(changesOfRun(state, run).map(({ op }) => op)).toEqual(["u", "d", "tombstone"]);
});

test("what a killed worker publishes again is what it has not written down", () => {
  const events: CaptureEvent[] = [
    read(record(0, "r", 10, "NEW"), record(1, "u", 20, "PAID"), record(2, "u", 30, "SENT")),
    { type: "OffsetsFlushed", data: { lsn: 20 } },
  ];
  expect(changesNotFlushed(fold(...events)).map(({ lsn }) => lsn)).toEqual([30]);
  const later: CaptureEvent = { type: "OffsetsFlushed", data: { lsn: 30 } };
  expect(changesNotFlushed(fold(...events, later))).toEqual([]);
});

test("a record that is no change, and an event of another lab, leave the tables as they are", () => {
  const state = fold(read(record(0, "r", 10, "NEW"), record(1, "other", null), record(2, "other", null)));
  expect(state.changes.map(({ again }) => again)).toEqual([false, false, false]);
  expect(state.rebuilt.orders).toEqual({ "1": row("1", "NEW") });
  expect(evolve(state, { type: "LabOpened", data: {} })).toBe(state);
});

test("a session begins with an empty screen; a capture begins with no records", () => {
  const before = fold(read(record(0, "r", 10, "NEW")));
  const starting: CaptureEvent = { type: "CaptureStarting", data: { slot: "s", publication: "p" } };
  expect(evolve(before, starting)).toMatchObject({
    worker: "starting",
    changes: [],
    rebuilt: { orders: {} },
  });
  const topics = { orders: "mine.a", payments: "mine.b" };
  expect(evolve(before, { type: "SessionBegan", data: { topics } })).toEqual({ ...initialState(), topics });
});
