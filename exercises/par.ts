import { statementsIn } from "../engine/grading/statement-count.ts";

/** The fewest statements among an exercise's right answers: something to play against, never a gate. */
export function parOf({
  solution,
  approaches,
}: {
  solution: string;
  approaches: { name: string; source: string }[];
}): number {
  const sources = [solution, ...approaches.map(({ source }) => source)];
  return Math.min(...sources.map((source) => statementsIn(source) ?? Number.POSITIVE_INFINITY));
}
