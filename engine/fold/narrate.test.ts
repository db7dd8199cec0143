import { expect, test } from "vitest";
import type { Event } from "./event.ts";
import { narrate } from "./narrate.ts";
import type { Step } from "./trace.ts";

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
  expect(narrate(step({ patch }), { lines: { "t-shirt": 0 } })).toBe(
    "Offset 2, 09:02. Item added, sku t-shirt, qty 2. t-shirt: 0, now 2.",
  );
});

test("an exercise may say how its events are told", () => {
  const wording = { events: { ItemAdded: "{qty} × {sku} added{nothing}" } };
  expect(narrate(step({}), {}, wording)).toBe(
    "Offset 2, 09:02. 2 × t-shirt added. The state stays as it was.",
  );
});

test("only the parts of the state that an exercise names are told", () => {
  const patch = [
    { op: "add" as const, path: "/lines/hat", value: 1 },
    { op: "add" as const, path: "/additions/e5", value: 1 },
  ];
  expect(narrate(step({ patch }), {}, { changes: ["lines"] })).toMatch(/hat is new: 1\.$/);
  expect(narrate(step({ patch: patch.slice(1) }), {}, { changes: ["lines"] })).toContain(
    "No change in lines.",
  );
});

test("a step that changes nothing says so", () => {
  expect(narrate(step({}), {})).toContain("The state stays as it was.");
});

test("of many changes three are told and the rest is counted", () => {
  const patch = ["a", "b", "c", "d"].map((key) => ({ op: "remove" as const, path: `/${key}` }));
  expect(narrate(step({ patch }), { a: 1, b: 1, c: 1, d: 1 })).toContain("And 1 more change.");
});

test("a command is told with its answer", () => {
  const command = { type: "CheckOut", data: {} };
  const refused = step({ event: null, position: null, command, result: { rejected: "the cart is empty" } });
  expect(narrate(refused, {})).toBe("Command check out. Refused: the cart is empty.");
  const accepted = step({ event: null, position: null, command, result: [{ type: "CheckedOut", data: {} }] });
  expect(narrate(accepted, {})).toBe("Command check out. Accepted: 1 event.");
});

test("an event that was decided a moment ago is told with its place and without a time", () => {
  const position = { topic: "decided", partition: 0, offset: 6 };
  const metadata = { ...event.metadata, occurredAt: "1970-01-01T00:00:00.000Z", position };
  expect(narrate(step({ event: { ...event, metadata } }), {})).toBe(
    "Decided at decided-0@6. Item added, sku t-shirt, qty 2. The state stays as it was.",
  );
});
