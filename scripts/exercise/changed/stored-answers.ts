import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Exercise, NamedSource } from "../../../exercises/catalog.ts";

/** What is stored of answers to an exercise: its own, and those of learners, `<folder>/<slug>/*.ts`. */
export async function storedAnswers(exercise: Exercise, answers?: string): Promise<NamedSource[]> {
  const { id, starter, solution, approaches, wrong } = exercise;
  const under = (folder: string, sources: NamedSource[]) =>
    sources.map(({ name, source }) => ({ name: `${id}/${folder}/${name}`, source }));
  return [
    { name: `${id}/starter`, source: starter },
    { name: `${id}/solution`, source: solution },
    ...under("approaches", approaches),
    ...under("wrong", wrong),
    ...(answers === undefined ? [] : await ofLearners(join(answers, id))),
  ];
}

async function ofLearners(folder: string): Promise<NamedSource[]> {
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts")).toSorted();
  return Promise.all(
    files.map(async (file) => ({
      name: join(folder, file),
      source: await readFile(join(folder, file), "utf8"),
    })),
  );
}
