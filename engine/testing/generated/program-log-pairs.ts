import fc from "fast-check";
import type { Entry, Scope } from "../../fold/trace.ts";
import { type GeneratedRecord, generatedLog } from "./logs.ts";
import { projector, reducer } from "./programs.ts";

/** A generated program and a log to fold with it. */
export interface ProgramLogPair {
  source: string;
  entry: Entry;
  scope: Scope;
  seed: number;
  log: GeneratedRecord[];
}

/** Pairs of a program and a log. A failing property prints the pair as a person would write it down. */
export const pair: fc.Arbitrary<ProgramLogPair> = fc
  .record({
    program: fc.oneof({ weight: 3, arbitrary: reducer }, { weight: 1, arbitrary: projector }),
    scope: fc.constantFrom<Scope>("all", "by-key"),
    seed: fc.nat(0x7fffffff),
    log: generatedLog,
  })
  .map(({ program, scope, seed, log }) => readable({ ...program, scope, seed, log }));

/** The pair that belongs to a seed: the same one each time and everywhere. */
export function programLogPair(seed: number): ProgramLogPair {
  const [made] = fc.sample(pair, { seed, numRuns: 1 });
  return made as ProgramLogPair;
}

/** The pair as text: how it is folded, its source, and its log with one record a line. */
export function describePair({ source, entry, scope, seed, log }: ProgramLogPair): string {
  const records = log.map(
    ({ partition, key, timestamp, value }) =>
      `  partition ${partition}  key ${JSON.stringify(key)}  at ${timestamp}  ${value === null ? "tombstone" : JSON.stringify(value)}`,
  );
  const how = `${entry.kind}${entry.name === undefined ? "" : ` ${entry.name}`}, ${scope}, seed ${seed}`;
  return [`— ${how} —`, source, "— its log —", ...records, ""].join("\n");
}

function readable(pair: ProgramLogPair): ProgramLogPair {
  Object.defineProperty(pair, fc.toStringMethod, { value: () => `\n${describePair(pair)}` });
  return pair;
}
