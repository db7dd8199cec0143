import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { Case, CheckContext } from "../../engine/grading/checks.ts";
import exercise from "./checks.ts";

const json = () => fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const mornings = () => fc.sample(exercise.generated.cases(fc), { numRuns: 200, seed: 1 });

function eventsOf({ records }: Case): Event[] {
  return records.map(({ key, event }, offset) => ({
    type: event.type,
    data: event.data,
    metadata: {
      id: event.metadata?.id ?? "",
      version: 1,
      occurredAt: event.metadata?.occurredAt ?? "",
      key,
      position: { topic: "given", partition: 0, offset },
      timestamp: 0,
    },
  }));
}

function stepAt(
  history: Event[],
  event: Event,
  seen: Pick<CheckContext, "before" | "expected" | "actual">,
): CheckContext {
  const { position } = event.metadata;
  return { index: history.length, offset: position.offset, position, event, command: null, history, ...seen };
}

test("a check has words for whatever a learner may have made of the cart", () => {
  fc.assert(
    fc.property(exercise.generated.cases(fc), json(), json(), json(), (morning, before, expected, actual) => {
      const events = eventsOf(morning);
      const event = events.pop() as Event;
      const at = stepAt(events, event, { before, expected, actual: exercise.compare({ lines: actual }) });
      const check = exercise.checks.find(({ covers }) => covers(at));
      expect(check?.message(at)).toMatch(/\?$/);
      expect(check?.message(at)).not.toMatch(/undefined|NaN|\[object/);
    }),
    { seed: 8, numRuns: 1000 },
  );
});

test("a cart that is not empty before the first record gets a message that says so", () => {
  const start = { index: -1, offset: null, position: null, event: null, command: null, history: [] };
  const told = (actual: Json) => {
    const at: CheckContext = { ...start, before: {}, expected: {}, actual };
    return exercise.checks.find(({ covers }) => covers(at))?.message(at);
  };
  expect(told({ hat: 0 })).toContain("Before the first record your cart holds 0 hats.");
  expect(told(null)).toContain("What does `initialState` return?");
});

test("only the lines of a state are compared, and a state without lines compares as null", () => {
  expect(exercise.compare({ lines: { hat: 1 }, additions: { e1: 1 } })).toEqual({ hat: 1 });
  const others: Json[] = [null, 3, "cart", [], {}, { lines: null }, { lines: [1] }];
  for (const state of others) {
    expect(exercise.compare(state)).toBeNull();
  }
});

test("no generated morning takes out more than the cart holds", () => {
  for (const morning of mornings()) expect(exercise.generated.possible(morning)).toBe(true);
});

test("the generated mornings hold second corrections and names nobody knows", () => {
  const corrections = mornings().flatMap(({ records }) => {
    const named = records.flatMap(({ event }) => (event.type === "AdditionReverted" ? [event.data] : []));
    const ids = named.map((data) => (data as { revertsId: string }).revertsId);
    return ids.map((id, i) => ({ again: ids.indexOf(id) < i, unknown: id.startsWith("x") }));
  });
  expect(corrections.filter(({ again }) => again).length).toBeGreaterThan(20);
  expect(corrections.filter(({ unknown }) => unknown).length).toBeGreaterThan(10);
});

test("a log in which more is taken out than is there could not have happened", () => {
  const [added, removed] = eventsOf({
    records: [
      { key: "cart-1", event: { type: "ItemAdded", data: { sku: "hat", qty: 2 }, metadata: { id: "e0" } } },
      { key: "cart-1", event: { type: "ItemRemoved", data: { sku: "hat", qty: 1 }, metadata: { id: "e1" } } },
    ],
  }) as [Event, Event];
  const revert = { type: "AdditionReverted", data: { revertsId: "e0", reason: "" }, metadata: { id: "e2" } };
  const log = (...events: { type: string; data: Json }[]) => ({
    records: events.map((event) => ({ key: "cart-1", event })),
  });
  expect(exercise.generated.possible(log(added, removed))).toBe(true);
  expect(exercise.generated.possible(log(removed))).toBe(false);
  expect(exercise.generated.possible(log(added, revert, revert))).toBe(true);
  expect(exercise.generated.possible(log(added, removed, revert))).toBe(false);
  expect(exercise.generated.possible(log(revert, added))).toBe(false);
});
