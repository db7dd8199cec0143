import { statementsIn } from "../engine/grading/statement-count.ts";
import type { Exercise } from "./catalog.ts";

/** The fewest statements among an exercise's right answers: something to play against, never a gate. */
export function parOf({ solution, approaches }: Pick<Exercise, "solution" | "approaches">): number {
  const sources = [solution, ...approaches.map(({ source }) => source)];
  return Math.min(...sources.map((source) => statementsIn(source) ?? Number.POSITIVE_INFINITY));
}
