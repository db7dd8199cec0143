import { existsSync } from "node:fs";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { rootFolder } from "../../data-folder.ts";
import { type Grade, Grading } from "../grade-answers.ts";
import { type Change, compareWith } from "./compare-grades.ts";

const usage = "changed [slug …] [--since <git ref>] [--answers <folder>]";

/** Generated logs are the same before and after. */
const seed = 1;

/** `npm run exercise -- changed`. 0: every stored answer is graded as before, 1: not all, 2: could not be told. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { since: { type: "string", default: "HEAD" }, answers: { type: "string" } },
    usage,
  );
  const { since, answers } = values;
  if (answers !== undefined && !existsSync(answers))
    throw new UsageError(
      `There is no folder ${answers}. It holds a folder for each exercise, named by its id.`,
    );
  const grading = await Grading.open(seed);
  try {
    const asked = { since, asked: positionals, ...(answers !== undefined && { answers }) };
    const { slugs, graded, changes, problems } = await compareWith(rootFolder, asked, grading);
    for (const change of changes) console.log(`${describeChange(change)}\n`);
    for (const problem of problems) console.log(`${problem}\n`);
    const of = slugs.length === 0 ? "" : ` to ${slugs.join(", ")}`;
    console.log(`${changes.length} of ${graded} stored answers${of} get a different grade than at ${since}.`);
    if (problems.length > 0) return 2;
    return changes.length > 0 ? 1 : 0;
  } finally {
    await grading.close();
  }
}

function describeChange({ name, before, now }: Change): string {
  return `${name}\n  before: ${describeGrade(before)}\n  now:    ${describeGrade(now)}`;
}

function describeGrade({ passed, check, offset, message }: Grade): string {
  if (passed) return "passed";
  const place = offset === null ? "" : ` at offset ${offset}`;
  return `${check ?? "not graded"}${place}: ${message}`;
}
