import { join } from "node:path";
import { type Exercise, openPack, readExercise, slugsIn } from "../../../exercises/catalog.ts";
import { chosenSlugs } from "../chosen-exercises.ts";
import type { Grade, Grading } from "../grade-answers.ts";
import { affectedExercises } from "./affected-exercises.ts";
import { exportRef, filesChangedSince } from "./ref-folder.ts";
import { storedAnswers } from "./stored-answers.ts";

/** One answer, graded by the exercise as it was and as it is. */
export interface Change {
  name: string;
  before: Grade;
  now: Grade;
}

export interface Compared {
  /** The exercises whose answers were graded. */
  slugs: string[];
  graded: number;
  /** The answers that are graded otherwise. */
  changes: Change[];
  /** Why an exercise's answers could not be graded twice. */
  problems: string[];
}

/**
 * Grades stored answers by the exercises of a commit and by those of the working tree, over the same generated logs.
 * Without `asked` only exercises that the change can touch. Throws a UsageError for an unknown commit or exercise.
 */
export async function compareWith(
  root: string,
  { since, asked, answers }: { since: string; asked: string[]; answers?: string },
  grading: Grading,
): Promise<Compared> {
  const current = join(root, "exercises");
  const ref = await exportRef(root, since);
  try {
    const there = await slugsIn(ref.exercises);
    const slugs =
      asked.length > 0
        ? chosenSlugs({ slugs: there }, asked)
        : await affectedExercises(current, there, filesChangedSince(root, since));
    const compared: Compared = { slugs, graded: 0, changes: [], problems: [] };
    for (const slug of slugs) {
      const pair = await bothOf(slug, ref.exercises, current);
      if (typeof pair === "string") {
        compared.problems.push(pair);
        continue;
      }
      const graded = await gradeTwice(pair, grading, answers);
      compared.graded += graded.length;
      compared.changes.push(...graded.filter(({ before, now }) => inShort(before) !== inShort(now)));
    }
    return compared;
  } finally {
    await ref.remove();
  }
}

interface Pair {
  old: Exercise;
  current: Exercise;
}

/** The exercise as it was and as it is, or why there are not both. */
async function bothOf(slug: string, before: string, now: string): Promise<Pair | string> {
  const read = async (folder: string) => readExercise(await openPack(folder, [slug]), slug);
  const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  if (!(await slugsIn(now)).includes(slug))
    return `${slug} is gone, but learners' work is stored under its id. Bring the folder back.`;
  try {
    const old = await read(before).catch((error) => {
      throw new Error(`The old version of ${slug} cannot be read by today's code: ${sentenceOf(error)}`);
    });
    return { old, current: await read(now) };
  } catch (error) {
    return sentenceOf(error);
  }
}

async function gradeTwice({ old, current }: Pair, grading: Grading, answers?: string): Promise<Change[]> {
  const stored = await storedAnswers(old, answers);
  const graded: Change[] = [];
  await grading.each([...stored.entries()], async ([at, { name, source }]) => {
    graded[at] = {
      name,
      before: await grading.grade(old, source),
      now: await grading.grade(current, source),
    };
  });
  return graded;
}

/** What makes a difference to whoever gave the answer. */
function inShort({ passed, check, offset, message }: Grade): string {
  return JSON.stringify({ passed, check, offset, message });
}
