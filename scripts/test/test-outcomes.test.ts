import { expect, test } from "vitest";
import { outcomeOf } from "./test-outcomes.ts";

test.each([
  ["passed", [], "passed"],
  ["passed", ["full"], "passed"],
  ["failed", [], "failed"],
  ["failed", ["full"], "failed"],
  ["skipped", ["full"], "left out"],
  ["skipped", [], "failed"],
  ["skipped", ["another"], "failed"],
  ["pending", ["full"], "failed"],
] as const)(
  "a test that is %s with the tags %j counts as %s where full is left out",
  (state, tags, counts) => {
    const report = { name: "a test", state, tags: [...tags], flaky: false, milliseconds: 5 };
    expect(outcomeOf(report, ["full"])).toEqual({ name: "a test", state: counts, milliseconds: 5 });
  },
);

test("a test that passed at a second try only counts as failed, and says so", () => {
  const report = { name: "a test", state: "passed", tags: [], flaky: true, milliseconds: 5 } as const;
  expect(outcomeOf({ ...report, tags: [] }, [])).toEqual({
    name: "a test (passed only at the second try)",
    state: "failed",
    milliseconds: 5,
  });
});
