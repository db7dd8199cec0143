import type { Exercise } from "../../../exercises/catalog.ts";
import { readPack } from "../../../exercises/pack.ts";
import { countOf } from "../../authoring/count-of.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { chosenFolder } from "../chosen-exercises.ts";

const usage = "list [--pack <folder>] [--json]";

/** What is told of an exercise. */
export interface Row {
  id: string;
  title: string;
  kind: string;
  concepts: string[];
  difficulty: number;
  level: string;
  lesson: string | null;
  checks: number;
  /** How many states learners predict to pass. */
  states: number;
  wrong: number;
}

/** `npm run exercise -- list`. */
export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf(args, { pack: { type: "string" }, json: { type: "boolean" } }, usage);
  const { exercises, problems } = await readPack(chosenFolder(values.pack));
  const rows = exercises.map(rowOf);
  console.log(values.json ? JSON.stringify(rows, null, 2) : table(rows));
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

export function rowOf(exercise: Exercise): Row {
  const { id, title, entry, form, concepts, difficulty, level, lesson, checks, predict, wrong } = exercise;
  return {
    id,
    title,
    kind: form === "code" ? entry.kind : form,
    concepts,
    difficulty,
    level,
    lesson: lesson ?? null,
    checks: checks.checks.length,
    states: form === "predict" ? predict.length : 0,
    wrong: wrong.length,
  };
}

/** The rows below one head, each column as wide as its widest value. */
export function table(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.id,
    row.title,
    row.kind,
    row.concepts.join(" "),
    String(row.difficulty),
    row.level,
    row.lesson ?? "",
    row.states > 0 ? countOf(row.states, "state") : String(row.checks),
    String(row.wrong),
  ]);
  const all = [
    ["id", "title", "kind", "concepts", "difficulty", "level", "lesson", "checks", "wrong answers"],
    ...cells,
  ];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
