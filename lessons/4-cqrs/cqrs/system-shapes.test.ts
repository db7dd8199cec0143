import { expect, test } from "vitest";
import { hasUpdate, judge, type SystemShape } from "./system-shapes.ts";

const shapes: SystemShape[] = (["one", "two"] as const).flatMap((models) =>
  (["one", "two"] as const).flatMap((stores) =>
    (["now", "later"] as const).flatMap((update) =>
      (["states", "events"] as const).map((keeps) => ({ models, stores, update, keeps })),
    ),
  ),
);

test("only the number of models makes it CQRS", () => {
  expect(shapes).toHaveLength(16);
  for (const shape of shapes) expect(judge(shape).cqrs).toBe(shape.models === "two");
});

test("only what the writing side keeps makes it event sourcing", () => {
  for (const shape of shapes) expect(judge(shape).eventSourcing).toBe(shape.keeps === "events");
});

test("a moment of the old view is the price wherever the reading side hears later", () => {
  for (const shape of shapes) {
    const late = hasUpdate(shape) && shape.update === "later";
    expect(judge(shape).price.includes("old view")).toBe(late);
  }
});

test("shapes that differ in more than an idle switch have examples of their own", () => {
  const examples = new Set(shapes.map((shape) => judge(shape).example));
  // One model over one store has nothing to update (2 examples for 4 shapes); a copy is named once for both speeds.
  expect(examples.size).toBe(2 + 2 + 4 + 4);
});
