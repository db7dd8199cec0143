import { expect, test } from "vitest";
import { describePasses } from "./describe-passes.ts";

test("nothing is claimed before an exercise is passed", () => {
  expect(describePasses([null, null])).toBe("");
});

test("a pass says how many records and how many unseen logs", () => {
  expect(describePasses([{ solution: "no", records: 8, logs: 200 }])).toBe(
    "Your code folded 8 records of the lesson’s log, and passed on 200 generated logs.",
  );
});

test("several exercises are counted, and a seen solution is shown as such", () => {
  expect(describePasses([{ solution: "asked", records: 1, logs: 0 }, null])).toBe(
    "Your code folded 1 record of the lesson’s log. 1 of 2 exercises passed. You saw a solution first. The pass counts.",
  );
});
