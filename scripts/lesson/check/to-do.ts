import { readdir } from "node:fs/promises";
import type { Remark } from "../../authoring/remark.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** The comments that say what is still to do. A lesson passes when nothing is: readers must not get a scaffold. */
export async function toDo(lesson: LessonUnderCheck): Promise<Remark[]> {
  const names = (await readdir(lesson.folder.path)).filter((name) => /\.(mdx|yaml|tsx?)$/.test(name));
  const remarks: Remark[] = [];
  for (const name of names.toSorted()) {
    const lines = ((await lesson.read(name)) ?? "").split("\n");
    for (const [at, line] of lines.entries()) {
      const [, what] = /\bTODO: (.*?)\s*(?:\*\/\}?)?$/.exec(line) ?? [];
      if (what === undefined) continue;
      const wrong = `Still to do: ${what}`;
      const next = "Do it, then remove the comment.";
      remarks.push({ file: lesson.file(name), line: at + 1, wrong, next, needed: "always" });
    }
  }
  return remarks;
}
