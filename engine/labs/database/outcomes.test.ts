import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeScripts, noUpdateIsLost, numberIn } from "./grade-scripts.ts";
import { answerOf, groupOutcomes, type Outcome, type SessionOutcome } from "./outcomes.ts";
import { cartLine } from "./scripts.ts";

const done: SessionOutcome = { end: "committed", failure: null, rowsWritten: 1, wroteNothing: false };
const refused: SessionOutcome = { ...done, end: "rolled-back", failure: failure("40001") };
const holds = noUpdateIsLost(cartLine, 1, { A: 1, B: 1 });

test("a lost update breaks the invariant; one that was refused, and said so, does not", () => {
  expect(holds(outcome(3, done, done))).toBe(true);
  expect(holds(outcome(2, done, done))).toBe(false);
  expect(holds(outcome(2, done, refused))).toBe(true);
  expect(holds(outcome(2, done, { ...done, wroteNothing: true, rowsWritten: 0 }))).toBe(true);
  expect(holds(outcome(1, refused, done))).toBe(false);
  expect(holds({ ...outcome(3, done, done), tables: [] })).toBe(false);
});

test("what a session was told", () => {
  expect(answerOf(refused)).toBe("refused");
  expect(answerOf({ ...refused, failure: failure("40P01") })).toBe("deadlock");
  expect(answerOf({ ...refused, failure: failure("42703") })).toBe("failed");
  expect(answerOf({ ...done, end: "rolled-back" })).toBe("rolled-back");
});

test("outcomes are grouped by the final rows and by what both were told, and none is lost", () => {
  const one = fc.record({ qty: fc.integer({ min: 1, max: 3 }), b: fc.constantFrom(done, refused) });
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const outcomes = all.map(({ qty, b }) => outcome(qty, done, b));
      const groups = groupOutcomes(outcomes);
      expect(groups.flatMap((group) => group.outcomes)).toHaveLength(outcomes.length);
      const keys = groups.map(({ tables, sessions }) => JSON.stringify([tables, sessions]));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test("a script is right when all its interleavings ran and none breaks the invariant", () => {
  const started = { type: "InterleavingsStarted", data: { total: 2 } };
  const ran = (of: Outcome, index: number) => ({ type: "InterleavingRan", data: { index, outcome: of } });
  const right = outcome(3, done, done);
  const wrong = outcome(2, done, done);
  expect(gradeScripts([started, ran(right, 0), ran(right, 1)], holds)).toMatchObject({ passed: true });
  expect(gradeScripts([started, ran(right, 0), ran(wrong, 1)], holds)).toMatchObject({
    passed: false,
    broken: [wrong],
  });
  expect(gradeScripts([started, ran(right, 0)], holds)).toMatchObject({ passed: false, ran: 1, total: 2 });
  const again = [started, ran(wrong, 0), started, ran(right, 0), ran(right, 1)];
  expect(gradeScripts(again, holds).passed).toBe(true);
  expect(gradeScripts([], holds).passed).toBe(false);
});

test("a cell that is not there is not a number", () => {
  const given = outcome(2, done, done);
  expect(numberIn(given, { table: "cart_lines", column: "qty", row: "tee" })).toBe(2);
  expect(numberIn(given, { table: "cart_lines", column: "price", row: "tee" })).toBeNaN();
  expect(numberIn(given, { table: "cart_lines", column: "qty", row: "hat" })).toBeNaN();
});

function outcome(qty: number, a: SessionOutcome, b: SessionOutcome): Outcome {
  const table = { name: "cart_lines", columns: ["sku", "qty"], rows: [["tee", String(qty)]], more: false };
  return { order: ["A", "B"], ran: [], sessions: { A: a, B: b }, tables: [table] };
}

function failure(code: string) {
  return { severity: "ERROR", code, message: "", detail: null, hint: null, position: null };
}
