import * as fc from "fast-check";
import type { Case } from "../../../engine/grading/checks.ts";
import { generatedRuns } from "../../../engine/grading/reference-solution.ts";
import { countOf } from "../../authoring/count-of.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenExercise } from "../chosen-exercises.ts";
import { formatLog } from "../format-log.ts";

const usage = "logs <slug> [--seed <number>] [--count <number>] [--pack <folder>]";
const usualSeed = 1;
const usualCount = 3;

/** `npm run exercise -- logs <slug>`: what the exercise's generator makes, for its author to read. */
export async function run(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values, positionals } = argumentsOf(args, { seed: text, count: text, pack: text }, usage);
  const [slug, ...more] = positionals;
  if (slug === undefined || more.length > 0)
    throw new UsageError(`Name the exercise: npm run exercise -- ${usage}`);
  const seed = numberIn("seed", values.seed ?? String(usualSeed), 0, 2 ** 31 - 1);
  const count = numberIn("count", values.count ?? String(usualCount), 1, generatedRuns);
  const { checks } = await chosenExercise(slug, values.pack);
  if (!checks.generated)
    throw new UsageError(
      `${slug} has no generated logs. Write logs.ts, and list \`generated\` in checks.ts: see docs/write-an-exercise.md, step 8.`,
    );
  const logs = fc.sample(checks.generated.cases(fc), { seed, numRuns: generatedRuns });
  for (const [at, log] of logs.slice(0, count).entries())
    console.log(`Log ${at + 1}, ${countOf(log.records.length, "record")}${formatLog(log)}\n`);
  console.log(
    `In all ${generatedRuns} logs of seed ${seed}: ${typesIn(logs)}. Every rule of the task should occur often.`,
  );
  return 0;
}

/** "TicketsSold 1,204 times, SellTickets 560 times", the rarest last. */
function typesIn(logs: Case[]): string {
  const types = logs.flatMap(({ records, commands = [] }) => [
    ...records.map(({ event }) => event.type),
    ...commands.map(({ type }) => type),
  ]);
  return [...Map.groupBy(types, (type) => type)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([type, all]) => `${type} ${countOf(all.length, "time")}`)
    .join(", ");
}

function numberIn(name: string, typed: string, least: number, most: number): number {
  const number = Number(typed);
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} ${typed} does not work. Give a whole number from ${least} to ${most}.`);
}
