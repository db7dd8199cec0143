import { LineCounter, parseDocument } from "yaml";
import { Folder } from "./folder.ts";
import { type CompletedSource, completedSource, PartError } from "./solution-parts.ts";
import { EditError, editedSource, sourceEdit } from "./source-edit.ts";
import { type CutSource, cutSource, RegionError } from "./starter-regions.ts";

/** A source of an exercise, ready to be graded. */
export interface AnswerSource {
  /** Without folder and ending. */
  name: string;
  source: string;
  /** The file that it is made from, as in `wrong/twice.yaml`. */
  file: string;
}

/**
 * A source of an exercise: `solution`, `starter`, `order`, `wrong/<name>` or `approaches/<name>`. Every reader of sources
 * comes here, because a file may be an edit of the solution or name parts of it, and the solution may hold the starter.
 * Throws which file is missing or does not fit, and what to do.
 */
export async function readAnswer(folder: Folder, answer: string): Promise<AnswerSource> {
  const name = answer.slice(answer.lastIndexOf("/") + 1);
  if (answer === "solution")
    return { name, source: (await readCutSource(folder)).solution, file: "solution.ts" };
  if (answer === "starter") return { name, ...(await readStarter(folder)) };
  const [whole, edit] = [`${answer}.ts`, `${answer}.yaml`];
  if (folder.has(whole) && folder.has(edit))
    throw new Error(
      `${folder.shown}/${edit} has the same name as ${whole}. Keep one: the edit or the whole answer.`,
    );
  if (folder.has(edit)) return { name, source: await readEdit(folder, edit), file: edit };
  return { name, source: (await readWhole(folder, whole)).source, file: whole };
}

/** The source of an answer to an exercise of the course: see `readAnswer`. */
export async function courseAnswer(exercise: string, answer: string): Promise<string> {
  const folder = new Folder(import.meta.dirname, "exercises").folder(exercise);
  return (await readAnswer(folder, answer)).source;
}

/** The names of the answers in a folder of the exercise. */
export async function answersIn(folder: Folder, within: "wrong" | "approaches"): Promise<string[]> {
  const files = await folder.names(within);
  const names = new Set(
    files.flatMap((file) => (/\.(ts|yaml)$/.test(file) ? [file.replace(/\.\w+$/, "")] : [])),
  );
  return [...names].toSorted();
}

/** The line of the file that a line of a source comes from. An answer that is an edit of the solution has none. */
export async function lineInFile(folder: Folder, answer: string, line: number): Promise<number> {
  const isCut = answer === "solution" || (answer === "starter" && !folder.has("starter.ts"));
  if (!isCut) return (await readWhole(folder, `${answer}.ts`)).lines[line - 1] ?? line;
  const { starterLines, solutionLines } = await readCutSource(folder);
  return (answer === "starter" ? starterLines : solutionLines)[line - 1] ?? line;
}

async function readStarter(folder: Folder): Promise<Omit<AnswerSource, "name">> {
  const file = folder.has("solution.ts") ? await readCutSource(folder) : undefined;
  if (!folder.has("starter.ts") && file?.hasRegions) return { source: file.starter, file: "solution.ts" };
  if (file?.hasRegions)
    throw new Error(
      `${folder.shown}/starter.ts is there, but solution.ts holds the starter too. Remove starter.ts, or the lines // starter: and // end starter.`,
    );
  if (!folder.has("starter.ts"))
    throw new Error(
      `${folder.shown}/starter.ts is missing. Write it, or mark in solution.ts what the learner writes: // starter: and // end starter.`,
    );
  return { source: await folder.text("starter.ts"), file: "starter.ts" };
}

async function readCutSource(folder: Folder): Promise<CutSource> {
  try {
    return cutSource(await folder.text("solution.ts"));
  } catch (error) {
    if (!(error instanceof RegionError)) throw error;
    throw new Error(`${folder.shown}/solution.ts:${error.line} ${error.message}`);
  }
}

async function readWhole(folder: Folder, file: string): Promise<CompletedSource> {
  const text = await folder.text(file);
  const solution = folder.has("solution.ts") ? (await readCutSource(folder)).solution : "";
  try {
    return completedSource(text, solution);
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    throw new Error(`${folder.shown}/${file}:${error.line} ${error.message}`);
  }
}

async function readEdit(folder: Folder, file: string): Promise<string> {
  const edit = folder.checked(sourceEdit, await folder.yaml(file), file);
  const { solution } = await readCutSource(folder);
  try {
    return editedSource(solution, edit);
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    throw new Error(`${folder.shown}/${file}:${await lineOfEdit(folder, file, error.at)} ${error.message}`);
  }
}

async function lineOfEdit(folder: Folder, file: string, at: number): Promise<number> {
  const lines = new LineCounter();
  const document = parseDocument(await folder.text(file), { lineCounter: lines });
  const node = document.getIn(["replace", at], true) as { range?: [number, number, number] } | undefined;
  return lines.linePos(node?.range?.[0] ?? 0).line;
}
