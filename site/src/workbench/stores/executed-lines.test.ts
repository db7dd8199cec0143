import { expect, test } from "vitest";
import { openWorkbench, stubPage } from "../testing/open-workbench.ts";

stubPage();

test("the lines that ran are asked for once the code is in sight and the learner has begun, and follow the cursor", () => {
  const { workbench, lines } = openWorkbench();
  const { lineCoverage, navigation } = workbench;
  lineCoverage.setVisible();
  expect(lines).toEqual([]);
  navigation.go(0);
  expect(lines).toHaveLength(1);
  const received = [0, 1].map((index) => ({ kind: "lines" as const, index, lines: [index + 3] }));
  lines[0]?.tell(...received, { kind: "end", message: "" } as never);
  expect(lineCoverage.$lines.get()).toEqual([3]);
  navigation.go(1);
  expect(lineCoverage.$lines.get()).toEqual([4]);
  workbench.code.edit("mine");
  expect(lineCoverage.$lines.get()).toEqual([]);
  expect(lines).toHaveLength(1);
});
