import { expect, test } from "vitest";
import { expectSentences } from "../sentences/testing/expect-sentences.ts";
import { describeStep as describeInSentences } from "./describe-step.ts";
import type { Event } from "./event.ts";
import type { Step } from "./trace.ts";

/** The English words of a step, which say the same as data. */
function describeStep(...step: Parameters<typeof describeInSentences>): string {
  const message = describeInSentences(...step);
  expectSentences(message);
  return message.message;
}

const event: Event = {
  type: "ItemAdded",
  data: { sku: "t-shirt", qty: 2 },
  metadata: {
    id: "e2",
    version: 1,
    occurredAt: "2026-03-02T09:02:31Z",
    key: "cart-1",
    position: { topic: "course.carts", partition: 0, offset: 2 },
    timestamp: 0,
  },
};
const step = (rest: Partial<Step>): Step => ({
  kind: "step",
  index: 2,
  position: event.metadata.position,
  key: "cart-1",
  event,
  patch: [],
  console: [],
  ...rest,
});

test("a step is told with its offset, its time, the event and what changed", () => {
  const patch = [{ op: "replace" as const, path: "/lines/t-shirt", value: 2 }];
  expect(describeStep(step({ patch }), { lines: { "t-shirt": 0 } })).toBe(
    "Offset 2, 09:02. Item added, sku t-shirt, qty 2. t-shirt: 0, now 2.",
  );
});

test("an exercise may say how its events are told", () => {
  const wording = { events: { ItemAdded: "{qty} × {sku} added{nothing}" } };
  expect(describeStep(step({}), {}, wording)).toBe(
    "Offset 2, 09:02. 2 × t-shirt added. The code does not change the state.",
  );
});

test("only the parts of the state that an exercise names are told", () => {
  const patch = [
    { op: "add" as const, path: "/lines/hat", value: 1 },
    { op: "add" as const, path: "/additions/e5", value: 1 },
  ];
  expect(describeStep(step({ patch }), {}, { changes: ["lines"] })).toMatch(/hat: now 1\.$/);
  expect(describeStep(step({ patch: patch.slice(1) }), {}, { changes: ["lines"] })).toContain(
    "The code does not change lines.",
  );
});

test("an exercise may say what the short texts in its state mean, and a negative number has a minus sign", () => {
  const patch = [
    { op: "remove" as const, path: "/e2" },
    { op: "add" as const, path: "/e4", value: "P" },
    { op: "replace" as const, path: "/score", value: -1 },
  ];
  const wording = { values: { P: "a white pawn" } };
  expect(describeStep(step({ patch }), { e2: "P", score: 2 }, wording)).toMatch(
    /e2: gone \(was a white pawn\)\. e4: now a white pawn\. score: 2, now −1\.$/,
  );
});

test("a step that changes nothing says so", () => {
  expect(describeStep(step({}), {})).toContain("The code does not change the state.");
});

test("of many changes three are told and the rest is counted", () => {
  const patch = ["a", "b", "c", "d"].map((key) => ({ op: "remove" as const, path: `/${key}` }));
  expect(describeStep(step({ patch }), { a: 1, b: 1, c: 1, d: 1 })).toContain("And 1 more change.");
});

test("a command is told with its answer", () => {
  const command = { type: "CheckOut", data: {} };
  const refused = step({ event: null, position: null, command, result: { rejected: "the cart is empty" } });
  expect(describeStep(refused, {})).toBe("Command check out. Refused: the cart is empty.");
  const accepted = step({ event: null, position: null, command, result: [{ type: "CheckedOut", data: {} }] });
  expect(describeStep(accepted, {})).toBe("Command check out. Accepted: 1 event.");
});

test("an event that was decided a moment ago is told with its place and without a time", () => {
  const position = { topic: "decided", partition: 0, offset: 6 };
  const metadata = { ...event.metadata, occurredAt: "1970-01-01T00:00:00.000Z", position };
  expect(describeStep(step({ event: { ...event, metadata } }), {})).toBe(
    "Event from decide (decided-0@6): Item added, sku t-shirt, qty 2. The code does not change the state.",
  );
});

test.each([
  [{ a: "x" }, "the state: null, now a x."],
  [[1, 2], "the state: null, now a list of 2."],
  [{}, "the state: null, now empty."],
  [
    Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${i}`, i])),
    "the state: null, now 40 entries.",
  ],
])("a whole state is told in a few words: %j", (value, sentence) => {
  const patch = [{ op: "replace" as const, path: "", value }];
  expect(describeStep(step({ patch }), null)).toContain(sentence);
});

test("with one state for each key, the parts are those of the key's own state", () => {
  const patch = [
    { op: "replace" as const, path: "/cart-1/lines/t-shirt", value: 2 },
    { op: "replace" as const, path: "/cart-1/seen", value: 3 },
  ];
  const before = { "cart-1": { lines: { "t-shirt": 0 }, seen: 2 } };
  const said = describeStep(step({ patch }), before, { changes: ["lines"] });
  expect(said).toContain("t-shirt: 0, now 2.");
  expect(said).not.toContain("seen");
});
