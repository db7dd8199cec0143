import { existsSync } from "node:fs";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenFolder } from "../chosen-exercises.ts";
import type { Grade } from "../grade-answers.ts";
import { type Change, type Compared, compareWith } from "./compare-grades.ts";
import { repositoryOf } from "./repository.ts";

const usage = "changed [slug …] [--since <git ref>] [--answers <folder>] [--pack <folder>]";

/** `npm run exercise -- changed`. 0: every stored answer is graded as before, 1: not all, 2: could not be told. */
export async function run(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values, positionals } = argumentsOf(
    args,
    { since: { ...text, default: "HEAD" }, answers: text, pack: text },
    usage,
  );
  const { since, answers, pack } = values;
  if (answers !== undefined && !existsSync(answers))
    throw new UsageError(
      `There is no folder ${answers}. It holds a folder for each exercise, named by its id.`,
    );
  const repository = await repositoryOf(chosenFolder(pack));
  const asked = { since, asked: positionals, ...(answers !== undefined && { answers }) };
  const compared = await compareWith(repository, asked);
  const { changes, problems } = compared;
  for (const change of changes) console.log(`${describeChange(change)}\n`);
  for (const problem of problems) console.log(`${problem}\n`);
  console.log(lastLine(compared, since));
  if (problems.length > 0) return 2;
  return changes.length > 0 ? 1 : 0;
}

function lastLine({ slugs, unchanged, graded, changes }: Compared, since: string): string {
  const same = (what: string) => `Nothing by which ${what} is graded has changed since ${since}.`;
  if (slugs.length === 0) return `${same(unchanged.join(", ") || "an exercise")} Nothing was graded.`;
  const left = unchanged.length === 0 ? "" : ` ${same(unchanged.join(", "))}`;
  return `${changes.length} of ${graded} stored answers to ${slugs.join(", ")} get a different grade than at ${since}.${left}`;
}

function describeChange({ name, before, now }: Change): string {
  return `${name}\n  before: ${describeGrade(before)}\n  now:    ${describeGrade(now)}`;
}

function describeGrade({ passed, check, offset, message }: Grade): string {
  if (passed) return "passed";
  const place = offset === null ? "" : ` at offset ${offset}`;
  return `${check ?? "not graded"}${place}: ${message}`;
}
