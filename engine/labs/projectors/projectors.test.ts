import { expect, test } from "vitest";
import type { ProjectorsEvent } from "./events.ts";
import { evolve, initialState } from "./evolve.ts";
import { foldOrders, placedOrder } from "./orders-view.ts";
import { compareCounts, crashPoints } from "./step-orders.ts";

const play = (events: ProjectorsEvent[]) => events.reduce(evolve, initialState());

test("there are ten crash points: before the first step and after each step of three orders", () => {
  expect(crashPoints()).toHaveLength(10);
  expect(crashPoints().filter(({ order }) => order === "one-transaction")).toHaveLength(4);
});

test("a count below the fold is lost, and one above it is doubled", () => {
  expect([2, 3, 4].map((counted) => compareCounts(counted, 3))).toEqual(["lost", "right", "doubled"]);
});

test("the fold counts orders, and nothing else", () => {
  const { event } = placedOrder(0);
  expect(foldOrders([event, { type: "", data: "text" }, { type: null, data: null }])).toBe(1);
});

test("a run shows its steps up to the kill, and a new try of every crash point begins with an empty table", () => {
  const tried: ProjectorsEvent = {
    type: "CrashPointTried",
    data: { order: "commit-first", killAfter: 1, counted: 2, folded: 3, result: "lost" },
  };
  const events: ProjectorsEvent[] = [
    { type: "ProjectorStarted", data: { order: "apply-first", killAfter: 1, from: 0, to: 3 } },
    { type: "StepDone", data: { offset: 0, step: "read" } },
    { type: "StepDone", data: { offset: 0, step: "apply" } },
    { type: "ProjectorStopped", data: { reason: "killed" } },
    tried,
  ];
  const { run, tries } = play(events);
  expect(run).toMatchObject({ ended: "killed", steps: [{ step: "read" }, { step: "apply" }] });
  expect(tries).toHaveLength(1);
  expect(play([...events, { type: "CrashPointsStarted", data: {} }]).tries).toEqual([]);
  const closed = evolve(play(events), { type: "LabClosed", data: { reason: "idle" } });
  expect(closed).toEqual(initialState());
});
