import { expect, test } from "vitest";
import type { Json } from "../../../../engine/fold/json.ts";
import { applyPatch } from "../../../../engine/fold/json-patch.ts";
import type { Step } from "../../../../engine/fold/trace.ts";
import { stepOfKey } from "./state-of-key.ts";

const stepAt = (key: string | null, patch: Step["patch"]): Step => ({
  kind: "step",
  index: 0,
  position: null,
  key,
  event: null,
  patch,
  console: [],
});
const around = (before: Json, step: Step) => ({ before, after: applyPatch(before, step.patch), step });

test("of a fold by key a step shows its own key: the states, and the patch between them", () => {
  const step = stepAt("b", [{ op: "replace", path: "/b/n", value: 3 }]);
  const own = stepOfKey(around({ a: { n: 1 }, b: { n: 2 } }, step), { kind: "reducer" });
  expect(own).toMatchObject({ before: { n: 2 }, after: { n: 3 } });
  expect(own.step?.patch).toEqual([{ op: "replace", path: "/n", value: 3 }]);
});

test("a key without a state begins with an empty one, and a projector has the key's views by name", () => {
  const step = stepAt("b", [
    { op: "add", path: "/count/b", value: 1 },
    { op: "add", path: "/names/b", value: ["x"] },
  ]);
  const own = stepOfKey(around({ count: { a: 5 }, names: { a: [] } }, step), { kind: "projector" });
  expect(own.before).toEqual({ count: {}, names: {} });
  expect(own.after).toEqual({ count: 1, names: ["x"] });
});

test("before the first step there is no key, and no state", () => {
  expect(stepOfKey({ before: {}, after: {}, step: undefined }, { kind: "reducer" })).toEqual({
    before: {},
    after: {},
    step: undefined,
  });
});
