import type { FoldSession } from "../../session/session.ts";

// Packed but not secret: grading in the browser needs the solutions, so they are files of the site, loaded on demand.
const solutions = import.meta.glob<string>("../../../../exercises/*/solution.ts", {
  query: "?raw",
  import: "default",
});
const approaches = import.meta.glob<string>("../../../../exercises/*/approaches/*.ts", {
  query: "?raw",
  import: "default",
});

const folderOf = (exercise: string) => `../../../../exercises/${exercise}/`;
const bundled = (exercise: string) => solutions[`${folderOf(exercise)}solution.ts`];

/** One solution of an exercise, as its author wrote it. Rejects when it cannot be loaded. */
export function loadSolution(exercise: string): Promise<string> {
  const load = bundled(exercise);
  return load ? load() : Promise.reject(new Error(`There is no solution of ${exercise}.`));
}

/** The same, asked of the server where the site was built without this exercise. Rejects with a `Refusal` there. */
export async function solutionOf(exercise: string, session: FoldSession | null): Promise<string> {
  if (bundled(exercise) || !session) return loadSolution(exercise);
  return (await session.solution(exercise)).solution;
}

/** Other ways that pass, by name. */
export async function approachesTo(
  exercise: string,
  session: FoldSession | null,
): Promise<{ name: string; source: string }[]> {
  if (!bundled(exercise) && session) return (await session.solution(exercise)).approaches;
  const own = `${folderOf(exercise)}approaches/`;
  const found = Object.entries(approaches).filter(([path]) => path.startsWith(own));
  return Promise.all(
    found.map(async ([path, load]) => ({
      name: path.slice(own.length, -".ts".length),
      source: await load(),
    })),
  );
}
