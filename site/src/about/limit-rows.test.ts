import { expect, test } from "vitest";
import { requestLimits } from "../../../engine/protocol/request-limits.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { limitTableWords } from "../../../language/english/limits.ts";
import { limitRows } from "./limit-rows.ts";

test("every limit of the engine and of requests has words, and none is shown under its name in the code", () => {
  const all = { ...limits, ...requestLimits };
  const groups = limitRows(all);
  expect(groups.map(({ title }) => title)).not.toContain(limitTableWords.others);
  expect(groups.flatMap(({ rows }) => rows)).toHaveLength(Object.keys(all).length);
});

test("a value has its unit", () => {
  const rows = limitRows({
    sourceBytes: 65_536,
    topicBytes: 32 * 1024 * 1024,
    cpuMilliseconds: 1_500,
    stateCharacters: 200_000,
    bytesAgeMilliseconds: 500,
    watches: 8,
  }).flatMap((group) => group.rows.map(([, most]) => most));
  expect(rows).toEqual(["64 kB", "1.5 s", "200,000 characters", "8", "32 MB", "500 ms"]);
});

test("a limit that the page does not know is still shown", () => {
  expect(limitRows({ newLimit: 3 })).toEqual([{ title: limitTableWords.others, rows: [["newLimit", "3"]] }]);
});
