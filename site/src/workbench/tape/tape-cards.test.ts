import { expect, test } from "vitest";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { Step, Trace, TraceEnd } from "../../../../engine/fold/trace.ts";
import { cardOfStep, cardsOf, lanesOf, stepOfCard } from "./tape-cards.ts";

const record = (
  offset: number,
  value: string | null = '{"type":"ItemAdded","data":{"sku":"hat","qty":1}}',
  partition = 0,
): RawRecord => ({
  position: { topic: "course.carts", partition, offset },
  timestamp: 0,
  key: "cart-1",
  headers: {},
  value,
});
const step = (index: number, more: Partial<Step> = {}): Step => ({
  kind: "step",
  index,
  position: null,
  key: null,
  event: null,
  patch: [],
  console: [],
  ...more,
});
const trace = (
  steps: Step[],
  end: Partial<TraceEnd> = {},
  kind: Trace["start"]["entry"]["kind"] = "reducer",
): Trace => ({
  start: {
    kind: "start",
    runId: "",
    engine: "",
    entry: { kind },
    scope: "all",
    seed: 0,
    slice: { topic: "course.carts", partitions: [] },
    sourceHash: "",
    state: null,
  },
  steps,
  keyframes: [],
  end: {
    kind: "end",
    verdict: "ok",
    message: "",
    at: null,
    state: null,
    steps: steps.length,
    skipped: 0,
    ...end,
  },
});

test("a tombstone has its card but no step, and says that it is not folded", () => {
  const cards = cardsOf([record(0), record(1, null), record(2)], trace([step(0), step(1)]), null);
  expect(cards.map(({ step, mark }) => [step, mark])).toEqual([
    [0, undefined],
    [null, "skipped"],
    [1, undefined],
  ]);
});

test("a decider that stopped has a card for the command, or for the event that it had decided", () => {
  const command = step(1, {
    command: { type: "AddItem", data: {} },
    result: [{ type: "ItemAdded", data: {} }],
  });
  const decided = step(2, { result: null });
  const stopped = (steps: Step[]) =>
    cardsOf(
      [record(0)],
      trace(steps, { verdict: "threw", at: { index: steps.length, position: null } }, "decider"),
      null,
    ).at(-1);
  expect(stopped([step(0)])).toMatchObject({ kind: "command", mark: "failing" });
  expect(stopped([step(0), command])).toMatchObject({ kind: "decided", title: "ItemAdded" });
  expect(stopped([step(0), command, decided])).toMatchObject({ kind: "command", mark: "failing" });
});

test("the whole log is on the tape when the fold has stopped before its end", () => {
  const stopped = trace([step(0)], { verdict: "threw", at: { index: 1, position: null } });
  const cards = cardsOf([record(0), record(1), record(2)], stopped, null);
  expect(cards.map(({ mark }) => mark)).toEqual([undefined, "failing", undefined]);
});

test("the step where the fold parts from the reference is marked", () => {
  const cards = cardsOf([record(0), record(1)], trace([step(0), step(1)]), 1);
  expect(cards.map(({ mark }) => mark)).toEqual([undefined, "divergent"]);
});

test("commands and what they decided stand after the log, without offsets", () => {
  const command = step(1, {
    command: { type: "AddItem", data: { sku: "hat" } },
    result: { rejected: "no" },
  });
  const cards = cardsOf([record(0)], trace([step(0), command], {}, "decider"), null);
  expect(cards.map(({ kind, offset, summary }) => [kind, offset, summary])).toEqual([
    ["event", 0, "hat · 1"],
    ["command", null, "refused: hat"],
  ]);
});

test("arrows pass over records that are not folded", () => {
  const cards = cardsOf([record(0), record(1, null), record(2)], trace([step(0), step(1)]), null);
  expect(stepOfCard(cards, 1, 0)).toBe(1);
  expect(stepOfCard(cards, 1, 2)).toBe(0);
  expect(cardOfStep(cards, 1)).toBe(2);
});

test("each partition is a lane, in the order of their numbers", () => {
  const cards = cardsOf([record(0, undefined, 10), record(0, undefined, 2)], trace([]), null);
  expect(lanesOf(cards)).toEqual(["partition 2", "partition 10"]);
});
