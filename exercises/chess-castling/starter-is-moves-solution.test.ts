import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { courseAnswer } from "../answer-source.ts";

const textOf = (file: string) => readFile(new URL(file, import.meta.url), "utf8");
const beforeEvolve = (source: string) => source.slice(0, source.indexOf("export function evolve"));

test("the code to begin with is the course's solution of “Moves and captures”, as the task says", async () => {
  const [task, starter, solution] = await Promise.all([
    textOf("./README.md"),
    courseAnswer("chess-castling", "starter"),
    courseAnswer("chess-moves", "solution"),
  ]);
  expect(task).toContain("The code begins with the course's own solution of “Moves and captures”");
  expect(await textOf("../chess-moves/exercise.yaml")).toContain("title: Moves and captures\n");
  expect(beforeEvolve(starter)).toBe(beforeEvolve(solution));
});
