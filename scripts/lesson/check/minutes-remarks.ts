import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Remark } from "../../authoring/remark.ts";
import { readYaml } from "../../authoring/yaml-text.ts";
import { courseFolder } from "../../exercise/chosen-exercises.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** Minutes for an exercise, for each point of its difficulty. */
export const exerciseMinutes = { least: 3, usual: 5, most: 8 };

/** Minutes that an exercise of this difficulty usually takes. */
export const minutesFor = (difficulty: number): number => exerciseMinutes.usual * difficulty;

interface Estimate {
  part: "play" | "write";
  /** What takes the time; null where the lesson has no such part. */
  of: string | null;
  least: number;
  usual: number;
  most: number;
}

/** The minutes in the lesson's head fit its figure and its first exercise. What can be counted is computed. */
export async function minutesRemarks(lesson: LessonUnderCheck): Promise<Remark[]> {
  const minutes = lesson.text.frontmatter.content.minutes as Record<string, unknown> | undefined;
  if (typeof minutes !== "object" || minutes === null) return [];
  const estimates = await estimatesOf(lesson);
  return estimates.flatMap(({ part, of, least, usual, most }) => {
    const said = minutes[part];
    const problem = (wrong: string, next: string) => [
      lesson.frontmatterProblem(["minutes", part], `\`minutes\`: ${wrong}`, next),
    ];
    if (of === null)
      return said === undefined
        ? []
        : problem(`${part} is ${said}, but the lesson has no such part.`, `Remove ${part}.`);
    const write = `Write ${part}: ${Math.max(1, Math.round(usual))}.`;
    if (said === undefined) return problem(`${part} is missing, but there is ${of}.`, write);
    if (typeof said !== "number" || (said >= least && said <= Math.max(1, most))) return [];
    return problem(`${part} is ${said}, but there is ${of}, about ${range(least, most)}.`, write);
  });
}

async function estimatesOf(lesson: LessonUnderCheck): Promise<Estimate[]> {
  const difficulty = await difficultyOf(lesson.exercises[0]);
  const points = difficulty ?? 0;
  return [
    {
      part: "play",
      of: lesson.tags("See").length > 0 ? "a figure" : null,
      least: 0,
      usual: 2,
      most: Number.POSITIVE_INFINITY,
    },
    {
      part: "write",
      of: difficulty === null ? null : `a first exercise of difficulty ${difficulty}`,
      least: exerciseMinutes.least * points,
      usual: minutesFor(points),
      most: exerciseMinutes.most * points,
    },
  ];
}

function range(least: number, most: number): string {
  const [from, to] = [Math.max(1, Math.ceil(least)), Math.max(1, Math.floor(most))];
  return from >= to ? `${to} ${to === 1 ? "minute" : "minutes"}` : `${from} to ${to} minutes`;
}

/** The difficulty of an exercise, 1 to 5; null where there is no such exercise. */
async function difficultyOf(id: string | undefined): Promise<number | null> {
  if (id === undefined) return null;
  const text = await readFile(join(courseFolder, id, "exercise.yaml"), "utf8").catch(() => null);
  if (text === null) return null;
  const { difficulty = 1 } = readYaml(text).content;
  return typeof difficulty === "number" ? difficulty : null;
}
