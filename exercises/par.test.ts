import { expect, test } from "vitest";
import { statementsIn } from "../engine/grading/statement-count.ts";
import { readCatalog } from "./catalog.ts";
import { parOf } from "./par.ts";

const long = "export function evolve(n: number): number {\n  const next = n + 1;\n  return next;\n}\n";
const short = "export const evolve = (n: number): number => n + 1;\n";

test("par is the shortest right answer, also where that is not the solution", () => {
  const approaches = [{ name: "arrow", source: short }];
  expect(parOf({ solution: long, approaches: [] })).toBe(statementsIn(long));
  expect(parOf({ solution: long, approaches })).toBe(statementsIn(short));
  expect(statementsIn(short)).toBeLessThan(statementsIn(long) ?? 0);
});

test("an approach that cannot be read is no par", () => {
  expect(parOf({ solution: long, approaches: [{ name: "broken", source: "export {" }] })).toBe(
    statementsIn(long),
  );
});

test("every exercise has a par of at least two statements", async () => {
  const { exercises } = await readCatalog();
  for (const exercise of exercises) expect(parOf(exercise), exercise.id).toBeGreaterThanOrEqual(2);
  expect(exercises.length).toBeGreaterThan(0);
});
