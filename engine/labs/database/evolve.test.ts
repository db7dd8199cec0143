import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCart } from "./cart.ts";
import type { DatabaseEvent } from "./events.ts";
import { evolve, initialState, nextInOrder, nextStep } from "./evolve.ts";
import { itemAdded } from "./scripts.ts";

const opened: DatabaseEvent = {
  type: "StageOpened",
  data: {
    setup: "",
    scripts: { A: "", B: "" },
    statements: { A: ["a0", "a1"], B: ["b0", "b1"] },
    isolation: "read committed",
    order: ["A", "B", "B", "A"],
    cart: [itemAdded],
  },
};
const sent = (session: "A" | "B", step: number): DatabaseEvent => ({
  type: "StatementSent",
  data: { session, step, text: `${session}${step}` },
});
const done = (session: "A" | "B", step: number): DatabaseEvent => ({
  type: "StatementDone",
  data: { session, step, tag: "UPDATE 1", columns: [], rows: [], cut: null, transaction: "open" },
});
const waited = (session: "A" | "B", step: number): DatabaseEvent => ({
  type: "StatementWaited",
  data: { session, step, waitsFor: ["A"] },
});
const stageAfter = (...events: DatabaseEvent[]) => events.reduce(evolve, initialState()).stage;

test("the order is followed, and a session that waits is passed over until it goes on", () => {
  const turn = (...events: DatabaseEvent[]) => {
    const stage = stageAfter(opened, ...events);
    return stage && nextInOrder(stage);
  };
  expect(turn()).toBe("A");
  expect(turn(sent("A", 0), done("A", 0))).toBe("B");
  expect(turn(sent("A", 0), done("A", 0), sent("B", 0), waited("B", 0))).toBe("A");
  const behind = [sent("A", 0), done("A", 0), sent("B", 0), waited("B", 0), sent("A", 1), done("A", 1)];
  expect(turn(...behind)).toBe(null);
  expect(turn(...behind, done("B", 0))).toBe("B");
  expect(turn(...behind, done("B", 0), sent("B", 1), done("B", 1))).toBe(null);
});

test("a session whose statement is under way has no next one", () => {
  const stage = stageAfter(opened, sent("A", 0));
  expect(stage && nextStep(stage.sessions.A)).toBe(null);
  expect(stage && nextStep(stage.sessions.B)).toBe(0);
});

test("the log beside the table holds what both sessions added, in either order", () => {
  const append = (session: "A" | "B"): DatabaseEvent => ({
    type: "CartEventAppended",
    data: { session, event: itemAdded },
  });
  const cartOf = (...events: DatabaseEvent[]) =>
    foldCart((stageAfter(opened, ...events)?.cart ?? []).map(({ event }) => event));
  expect(cartOf(append("A"), append("B"))).toEqual({ tee: 3 });
  expect(cartOf(append("B"), append("A"))).toEqual({ tee: 3 });
});

test("an event of an unknown type leaves the state as it is, and no state is changed in place", () => {
  const event = fc.constantFrom<DatabaseEvent>(
    opened,
    ...[sent("A", 0), done("A", 0), waited("B", 0), sent("B", 1), done("B", 1)],
    {
      type: "InterleavingsStarted",
      data: { setup: "", scripts: { A: "", B: "" }, isolation: "serializable", total: 6 },
    },
    { type: "InterleavingsEnded", data: { reason: "cancelled" } },
    { type: "LocksRead", data: { locks: [] } },
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let state = initialState();
      for (const each of events) {
        const before = JSON.stringify(state);
        const after = evolve(state, each);
        expect(JSON.stringify(state)).toBe(before);
        expect(evolve(after, { type: "SomethingNew", data: {} })).toBe(after);
        state = after;
      }
    }),
  );
});
