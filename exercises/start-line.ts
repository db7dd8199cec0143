/** The first line of the starter, counted from 1, at which a solution differs from it: where the learner begins to write. */
export function startLine(starter: string, solution: string): number {
  const solved = solution.split("\n");
  const line = starter.split("\n").findIndex((text, at) => text !== solved[at]);
  return line < 0 ? 1 : line + 1;
}
