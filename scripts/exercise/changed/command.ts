import { existsSync } from "node:fs";
import { type Exercise, openPack, readExercise, slugsIn } from "../../../exercises/shelf.ts";
import { ROOT } from "../../data-folder.ts";
import { argumentsOf } from "../arguments.ts";
import { chosenSlugs, courseFolder } from "../choose.ts";
import { type Grade, Grading } from "../grading.ts";
import { Misuse } from "../misuse.ts";
import { affectedBy } from "./affected.ts";
import { storedAnswers } from "./answers.ts";
import { exportRef, filesChangedSince } from "./ref-folder.ts";

const usage = "changed [slug …] [--since <git ref>] [--answers <folder>]";

/** Generated logs are the same before and after. */
const seed = 1;

/** One answer, graded by the exercise as it was and as it is. */
interface Change {
  name: string;
  before: Grade;
  now: Grade;
}

/** `npm run exercise -- changed`. 0: every stored answer is graded as before, 1: not all, 2: could not be told. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { since: { type: "string", default: "HEAD" }, answers: { type: "string" } },
    usage,
  );
  const { since, answers } = values;
  if (answers !== undefined && !existsSync(answers))
    throw new Misuse(`There is no folder ${answers}. It holds a folder for each exercise, named by its id.`);
  const ref = await exportRef(ROOT, since);
  const grading = await Grading.open(seed);
  try {
    const slugs = await slugsIn(ref.exercises);
    const asked =
      positionals.length > 0
        ? chosenSlugs({ slugs }, positionals)
        : await affectedBy(courseFolder, slugs, filesChangedSince(ROOT, since));
    let worst = 0;
    let graded = 0;
    const changes: Change[] = [];
    for (const slug of asked) {
      const found = await compare(slug, ref.exercises, grading, answers);
      if (typeof found === "string") {
        console.log(`${found}\n`);
        worst = 2;
        continue;
      }
      graded += found.length;
      const differ = found.filter(({ before, now }) => inShort(before) !== inShort(now));
      for (const change of differ) console.log(`${inWords(change)}\n`);
      changes.push(...differ);
    }
    const of = `${asked.length} ${asked.length === 1 ? "exercise" : "exercises"} that the change since ${since} can touch`;
    console.log(`${changes.length} of ${graded} stored answers to ${of} are graded otherwise.`);
    return worst || (changes.length > 0 ? 1 : 0);
  } finally {
    await grading.close();
    await ref.remove();
  }
}

/** All stored answers of an exercise, graded twice; or why that cannot be done. */
async function compare(
  slug: string,
  before: string,
  grading: Grading,
  answers?: string,
): Promise<Change[] | string> {
  let old: Exercise;
  try {
    old = await readExercise(await openPack(before, [slug]), slug);
  } catch (error) {
    return `${slug} as it was cannot be read by what reads exercises today: ${sentenceOf(error)}`;
  }
  if (!(await slugsIn(courseFolder)).includes(slug))
    return `${slug} is gone, and learners' work is kept under its id. Bring the folder back.`;
  let current: Exercise;
  try {
    current = await readExercise(await openPack(courseFolder, [slug]), slug);
  } catch (error) {
    return sentenceOf(error);
  }
  const stored = await storedAnswers(old, answers);
  const changes: Change[] = [];
  await grading.each([...stored.entries()], async ([at, { name, source }]) => {
    changes[at] = {
      name,
      before: await grading.grade(old, source),
      now: await grading.grade(current, source),
    };
  });
  return changes;
}

/** What makes a difference to whoever gave the answer. */
function inShort({ passed, check, offset, message }: Grade): string {
  return JSON.stringify({ passed, check, offset, message });
}

function inWords({ name, before, now }: Change): string {
  return `${name}\n  before: ${told(before)}\n  now:    ${told(now)}`;
}

function told({ passed, check, offset, message }: Grade): string {
  if (passed) return "passed";
  const place = offset === null ? "" : ` at offset ${offset}`;
  return `${check ?? "not graded"}${place}: ${message}`;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
