// Packed but not secret: grading in the browser needs the solutions, so they are files of the site, loaded on demand.
const solutions = import.meta.glob<string>("../../../../exercises/*/solution.ts", {
  query: "?raw",
  import: "default",
});

/** One solution of an exercise, as its author wrote it. Rejects when it cannot be loaded. */
export function loadSolution(exercise: string): Promise<string> {
  const load = solutions[`../../../../exercises/${exercise}/solution.ts`];
  return load ? load() : Promise.reject(new Error(`There is no solution of ${exercise}.`));
}
