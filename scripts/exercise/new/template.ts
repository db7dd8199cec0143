import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parse, stringify } from "yaml";

export const kinds = ["reducer", "projector", "decider", "upcaster", "call"] as const;
/** How a new exercise is answered. Lines to be put in order are written beside code: see `order.ts`. */
export const forms = ["code", "predict"] as const;
export const levels = ["class", "course"] as const;
export type Kind = (typeof kinds)[number];
export type Form = (typeof forms)[number];
export type Level = (typeof levels)[number];

/** What an exercise is made from. */
export interface NewExercise {
  title: string;
  kind: Kind;
  form: Form;
  level: Level;
  /** How the exercise's code names `engine/`. */
  engine: string;
}

/** What a class exercise does without. */
const courseOnly = /^(design\.md|logs\.ts|approaches\/.*)$/;
/** The end of a line that is for one level only, and the lines around a block that is. */
const lineOf = (level: Level) => new RegExp(`\\s*(//|#) ${level}$`);
const blockOf = (level: Level) =>
  new RegExp(`^ *// ${level} only\\n(.*?)^ *// end of ${level} only\\n`, "gms");
/** How a template names `engine/`, from where it lies. */
const engineFromHere = "../../../../../engine/";

/** The files of a new exercise, with their texts. */
export async function filesOf(wish: NewExercise): Promise<Map<string, string>> {
  const folder = join(import.meta.dirname, "templates", wish.form === "predict" ? "predict" : wish.kind);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => wish.level === "course" || !courseOnly.test(name))
    .toSorted();
  const texts = await Promise.all(
    names.map(async (name) => [name, filled(await readFile(join(folder, name), "utf8"), wish)] as const),
  );
  const files = new Map(texts);
  const { wrong = {} } = parse(files.get("exercise.yaml") ?? "") as { wrong?: Record<string, unknown> };
  for (const name of names) {
    const answer = /^wrong\/(.*)\.\w+$/.exec(name)?.[1];
    if (answer !== undefined && !Object.hasOwn(wrong, answer)) files.delete(name);
  }
  return files;
}

/** A template's text for this exercise: lines and blocks for its level stay, others go, and names are put in. */
function filled(text: string, { title, level, engine }: NewExercise): string {
  const [own, other] = level === "course" ? (["course", "class"] as const) : (["class", "course"] as const);
  return text
    .replace(blockOf(own), "$1")
    .replace(blockOf(other), "")
    .split("\n")
    .filter((line) => !lineOf(other).test(line))
    .map((line) => line.replace(lineOf(own), ""))
    .join("\n")
    .replace(/^title: TITLE$/m, () => `title: ${stringify(title).trim()}`)
    .replace(/^level: LEVEL$/m, `level: ${level}`)
    .replaceAll(engineFromHere, engine);
}
