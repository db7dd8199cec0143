import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../fold/json.ts";
import { applyPatch } from "../fold/json-patch.ts";
import { collectTrace, statesOf } from "../fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../fold/trace.ts";
import type { CheckMessage } from "../protocol/response-types.ts";
import { loadNodeEngine } from "../sandbox/node-engine.ts";
import { expectSentences } from "../sentences/testing/expect-sentences.ts";
import { placeCase } from "./fold-job.ts";
import {
  askedSteps,
  describePredictions,
  outcomesOf,
  type Prediction,
  predictMistakes,
} from "./grade-prediction.ts";

const engine = await loadNodeEngine();
const source = `export function initialState() { return { lines: {}, seen: 0 }; }
export function evolve(cart, event) {
  const { sku, qty } = event.data;
  const now = (cart.lines[sku] ?? 0) + (event.type === "ItemAdded" ? qty : -qty);
  const { [sku]: _, ...others } = cart.lines;
  return { lines: now > 0 ? { ...others, [sku]: now } : others, seen: cart.seen + 1 };
}`;

async function fold(...items: [type: string, sku: string, qty: number][]): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const records = items.map(([type, sku, qty]) => ({ key: "cart-1", event: { type, data: { sku, qty } } }));
  const request = { ...placeCase({ records }), slice: { topic: "given", partitions: [] } };
  const run = { runId: "r", source, entry: { kind: "reducer" as const }, scope: "all" as const, seed: 0 };
  await engine.run({ ...run, ...request }, (message) => messages.push(message));
  return collectTrace(messages);
}

const reference = await fold(["ItemAdded", "pants", 2], ["ItemAdded", "hat", 1], ["ItemRemoved", "hat", 1]);
const compare = (state: Json) => (state as { lines?: Json } | null)?.lines ?? null;
const wording = { events: { ItemRemoved: "{qty} × {sku} taken out" } };
const asked = { reference, compare, wording };

const say = (predictions: Prediction[], steps = [1, 2]) => {
  const received: CheckMessage[] = [];
  describePredictions(predictions, steps, asked, (message) => received.push(message));
  received.forEach(expectSentences);
  return received;
};

test("a step is asked for with what counts of the state before it", () => {
  expect(askedSteps([0, 2], asked)).toEqual([
    { index: 0, before: {} },
    { index: 2, before: { pants: 2, hat: 1 } },
  ]);
});

test("a prediction is right as the exercise compares states, also where the whole state is given", () => {
  const states: Json[] = [
    { hat: 1, pants: 2 },
    { lines: { pants: 2, hat: 1 }, seen: 99 },
  ];
  for (const state of states)
    expect(outcomesOf([{ index: 1, state }], asked)).toMatchObject([{ right: true, says: { message: "" } }]);
});

test("a wrong prediction says where, what was predicted, what the record says, and asks", () => {
  const [outcome] = outcomesOf([{ index: 2, state: { pants: 2, hat: 0 } }], asked);
  expect(outcome).toMatchObject({
    right: false,
    expected: { pants: 2 },
    predicted: { pants: 2, hat: 0 },
    parts: [{ op: "remove", path: "/hat" }],
  });
  expect(outcome?.says.message).toBe(
    "Your prediction for offset 2 has 0 at `hat`. The record says: 1 × hat taken out. What does it change, and what does it not change?",
  );
});

test("what is missing in a prediction, and a state that is none, are said too", () => {
  expect(outcomesOf([{ index: 1, state: { pants: 2 } }], asked)[0]?.says.message).toMatch(
    /has nothing at `hat`/,
  );
  expect(outcomesOf([{ index: 1, state: "a cart" }], asked)[0]?.says.message).toMatch(
    /prediction for offset 1 is a cart\. The record/,
  );
});

test("every prediction is told, and the end says the score", () => {
  const received = say([
    { index: 1, state: { pants: 2, hat: 1 } },
    { index: 2, state: { pants: 1 } },
  ]);
  expect(received.map((message) => [message.kind, message.passed])).toEqual([
    ["check", true],
    ["check", false],
    ["end", false],
  ]);
  expect(received[1]).toMatchObject({ id: "step-2", firstDivergence: { index: 2, expected: { pants: 2 } } });
  expect(received[2]).toMatchObject({
    score: { right: 1, of: 2 },
    message: expect.stringContaining("1 of 2"),
  });
});

test("only a right prediction of every asked step passes: one that is missing, or of another step, does not count", () => {
  const right: Prediction[] = [
    { index: 1, state: { pants: 2, hat: 1 } },
    { index: 2, state: { pants: 2 } },
  ];
  expect(say(right).at(-1)).toMatchObject({ passed: true, score: { right: 2, of: 2 } });
  expect(say(right.slice(1)).at(-1)).toMatchObject({ passed: false, score: { right: 1, of: 2 } });
  const other = { index: 0, state: { pants: 2 } };
  expect(say([other, right[1] as Prediction])).toHaveLength(2);
});

test("a step that is predicted twice counts as it was predicted first", () => {
  const twice = [
    { index: 2, state: { pants: 1 } },
    { index: 2, state: { pants: 2 } },
  ];
  expect(say(twice, [2]).at(-1)).toMatchObject({ passed: false, score: { right: 0, of: 1 } });
});

test("law: the reference's own states are all predicted right, and the parts lead from any state to the expected one", () => {
  const states = statesOf(reference).map(compare);
  fc.assert(
    fc.property(
      fc.nat(2),
      fc.dictionary(fc.constantFrom("pants", "hat", "sock"), fc.nat(3)),
      (index, state) => {
        const expected = states[index + 1] as Json;
        expect(outcomesOf([{ index, state: expected }], asked)[0]?.right).toBe(true);
        const [outcome] = outcomesOf([{ index, state }], asked);
        expect(applyPatch(outcome?.predicted ?? null, outcome?.parts ?? [])).toEqual(expected);
        expect(outcome?.right).toBe(outcome?.parts.length === 0);
      },
    ),
  );
});

test("an author hears of steps that are not there or come twice", () => {
  expect(predictMistakes([0, 3, 0], reference)).toEqual([
    "predict names step 3, and the last step is 2. Name one of the log.",
    "predict names step 0 twice. Leave one out.",
  ]);
  expect(predictMistakes([0, 2], reference)).toEqual([]);
});
