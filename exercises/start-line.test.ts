import { expect, test } from "vitest";
import { readCatalog } from "./catalog.ts";
import { startLine } from "./start-line.ts";

test("the first line that differs is where the learner begins", () => {
  expect(startLine("a\nb\n", "a\nc\nb\n")).toBe(2);
  expect(startLine("a\n// write here\n", "a\nreturn 1;\n")).toBe(2);
  expect(startLine("a\nb", "a\nb\nc")).toBe(1);
});

test("the lesson about the taxi starts below the case that is missing its line", async () => {
  const { starter, solution } = await readCatalog().then(({ exercises }) => {
    const found = exercises.find(({ id }) => id === "taxi-ride");
    if (!found) throw new Error("There is no exercise taxi-ride.");
    return found;
  });
  const lines = starter.split("\n");
  expect(lines[startLine(starter, solution) - 2]).toContain('case "DriverUnassigned"');
});
