import { unpackText } from "../exercise/link/pack-text.ts";
import type { FoldSession } from "./session-interface.ts";

// Grading in the browser needs the solutions, so they are files of the site, loaded on demand: packed (see
// packed-text-plugin.ts) but not secret.
const solutions = import.meta.glob<string>("../../../exercises/*/solution.ts", {
  query: "?packed",
  import: "default",
});
const approaches = import.meta.glob<string>("../../../exercises/*/approaches/*.{ts,yaml}", {
  query: "?packed",
  import: "default",
});

const folderOf = (exercise: string) => `../../../exercises/${exercise}/`;
const bundled = (exercise: string) => solutions[`${folderOf(exercise)}solution.ts`];

/** Far more than any source has. */
const mostBytes = 2 ** 20;

async function unpack(load: () => Promise<string>): Promise<string> {
  const text = await unpackText(await load(), mostBytes);
  if (text === null || text === "too-much") throw new Error("A solution of this site cannot be read.");
  return text;
}

/** One solution of an exercise, as its author wrote it. Rejects when it cannot be loaded. */
export function loadSolution(exercise: string): Promise<string> {
  const load = bundled(exercise);
  return load ? unpack(load) : Promise.reject(new Error(`There is no solution of ${exercise}.`));
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
      name: path.slice(own.length).replace(/\.\w+$/, ""),
      source: await unpack(load),
    })),
  );
}
