import { expect, test } from "vitest";
import { saysProved } from "./proved.ts";

test("nothing is claimed before an exercise is passed", () => {
  expect(saysProved([null, null])).toBe("");
});

test("a pass says how many records and how many unseen logs", () => {
  expect(saysProved([{ solution: "no", records: 8, logs: 200 }])).toBe(
    "Your code folded 8 records of the lesson’s log, and held on 200 logs it had never seen.",
  );
});

test("several exercises are counted, and a seen solution is shown as such", () => {
  expect(saysProved([{ solution: "asked", records: 1, logs: 0 }, null])).toBe(
    "Your code folded 1 record of the lesson’s log. 1 of 2 exercises passed. You had seen a solution; it counts.",
  );
});
