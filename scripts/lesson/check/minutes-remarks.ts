import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Remark } from "../../authoring/remark.ts";
import { readYaml } from "../../authoring/yaml-text.ts";
import { courseFolder } from "../../exercise/chosen-exercises.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";
import { countQuestions } from "./quiz-remarks.ts";

/** How many words an adult reads a minute: the fewest, most do, the most. */
export const wordsPerMinute = { fewest: 200, usual: 250, most: 300 };
/** Minutes for an exercise, for each point of its difficulty. */
export const exerciseMinutes = { least: 3, usual: 5, most: 8 };
/** Minutes for a question. */
export const questionMinutes = { least: 0.5, usual: 0.7, most: 1 };

/** Minutes that an exercise of this difficulty usually takes. */
export const minutesFor = (difficulty: number): number => exerciseMinutes.usual * difficulty;

interface Estimate {
  part: "read" | "play" | "write" | "quiz";
  /** What takes the time; null where the lesson has no such part. */
  of: string | null;
  least: number;
  usual: number;
  most: number;
}

/** The minutes in the lesson's head fit what there is to read, to write and to answer. */
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
  const { wordsToRead } = lesson.text;
  const questions = await countQuestions(lesson);
  const difficulty = await difficultyOf(lesson.exercises[0]);
  return [
    {
      part: "read",
      of: `a text of ${wordsToRead} words up to the end of <Explain>`,
      least: wordsToRead / wordsPerMinute.most,
      usual: wordsToRead / wordsPerMinute.usual,
      most: wordsToRead / wordsPerMinute.fewest,
    },
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
      ...times(exerciseMinutes, difficulty ?? 0),
    },
    ...(questions === null ? [] : [quizEstimate(questions)]),
  ];
}

function quizEstimate(questions: number): Estimate {
  const of = questions > 0 ? `a quiz of ${questions} questions` : null;
  return { part: "quiz", of, ...times(questionMinutes, questions) };
}

function times({ least, usual, most }: typeof exerciseMinutes, count: number) {
  return { least: least * count, usual: usual * count, most: most * count };
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
