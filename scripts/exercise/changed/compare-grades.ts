import type { Exercise } from "../../../exercises/catalog.ts";
import { slugsIn } from "../../../exercises/catalog.ts";
import { rootFolder } from "../../data-folder.ts";
import { chosenSlugs, courseFolder } from "../chosen-exercises.ts";
import type { Grade } from "../grade-answers.ts";
import { affectedExercises } from "./affected-exercises.ts";
import { type GradingCode, holdsGradingCode, openGradingCode } from "./grading-code.ts";
import { exportRef, filesChangedSince, type Repository, slugsAt } from "./repository.ts";
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
  /** Exercises that were asked for and not graded: nothing by which they are graded has changed. */
  unchanged: string[];
  graded: number;
  /** The answers that are graded otherwise. */
  changes: Change[];
  /** Why an exercise's answers could not be graded twice. */
  problems: string[];
}

/** What to compare; `open` loads the code that grades, which is not done where nothing has changed. */
export interface Question {
  since: string;
  asked: string[];
  answers?: string;
  open?: (project: string) => Promise<GradingCode>;
}

/** Generated logs are the same before and after. */
const seed = 1;

/**
 * Grades stored answers by the exercises of a commit and by those of the working tree, over the same generated logs. Only
 * exercises that the change can touch are graded. Throws a UsageError for an unknown commit or exercise.
 */
export async function compareWith(
  repository: Repository,
  { since, asked, answers, open = (project) => openGradingCode(project, seed) }: Question,
): Promise<Compared> {
  const { folder } = repository;
  const chosen = chosenSlugs({ slugs: slugsAt(repository, since) }, asked);
  const slugs = await affectedExercises(folder, chosen, filesChangedSince(repository, since));
  const unchanged = asked.filter((slug) => !slugs.includes(slug));
  const compared: Compared = { slugs, unchanged, graded: 0, changes: [], problems: [] };
  if (slugs.length === 0) return compared;
  const ref = await exportRef(repository, since);
  const opened: GradingCode[] = [];
  const openKept = async (project: string) => {
    const code = await open(project);
    opened.push(code);
    return code;
  };
  try {
    const now = await openKept(rootFolder);
    // A commit of the course brings the code that graded then; a pack has none of its own.
    const hasOwn = folder === courseFolder && holdsGradingCode(ref.root);
    const before = hasOwn ? await openKept(ref.root) : now;
    const there = await slugsIn(folder);
    for (const slug of slugs) {
      const pair = there.includes(slug)
        ? await bothOf(slug, { folder: ref.folder, code: before }, { folder, code: now })
        : `${slug} is gone, but learners' work is stored under its id. Bring the folder back.`;
      if (typeof pair === "string") {
        compared.problems.push(pair);
        continue;
      }
      try {
        const graded = await gradeTwice(pair, before, now, answers);
        compared.graded += graded.length;
        compared.changes.push(...graded.filter(({ before, now }) => inShort(before) !== inShort(now)));
      } catch (error) {
        compared.problems.push(`The answers to ${slug} could not be graded twice. ${sentenceOf(error)}`);
      }
    }
    return compared;
  } finally {
    await Promise.all([...opened.map((code) => code.close()), ref.remove()]);
  }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

interface Place {
  folder: string;
  code: GradingCode;
}

interface Pair {
  old: Exercise;
  current: Exercise;
}

/** The exercise as it was and as it is, or why there are not both. */
async function bothOf(slug: string, before: Place, now: Place): Promise<Pair | string> {
  try {
    const old = await before.code.read(before.folder, slug).catch((error) => {
      throw new Error(`The old version of ${slug} cannot be read: ${sentenceOf(error)}`);
    });
    return { old, current: await now.code.read(now.folder, slug) };
  } catch (error) {
    return sentenceOf(error);
  }
}

async function gradeTwice(
  { old, current }: Pair,
  before: GradingCode,
  now: GradingCode,
  answers?: string,
): Promise<Change[]> {
  const stored = await storedAnswers(old, answers);
  const graded: Change[] = [];
  await now.each([...stored.entries()], async ([at, { name, source }]) => {
    graded[at] = {
      name,
      before: await before.grade(old, source),
      now: await now.grade(current, source),
    };
  });
  return graded;
}

/** What makes a difference to whoever gave the answer. */
function inShort({ passed, check, offset, message }: Grade): string {
  return JSON.stringify({ passed, check, offset, message });
}
