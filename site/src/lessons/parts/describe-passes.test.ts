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

test("records of several exercises are said to be of several: one log may be folded in two of them", () => {
  const passes = [6, 13].map((records) => ({ solution: "no" as const, records, logs: 200 }));
  expect(describePasses(passes)).toBe(
    "Your code folded 19 records in 2 exercises, and passed on 400 generated logs. 2 of 2 exercises passed.",
  );
});

test("several exercises are counted, and a seen solution is shown as such", () => {
  expect(describePasses([{ solution: "asked", records: 1, logs: 0 }, null])).toBe(
    "Your code folded 1 record of the lesson’s log. 1 of 2 exercises passed. You saw a solution first. The pass counts.",
  );
});
