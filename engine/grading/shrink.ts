import type { Case } from "./checks.ts";

/** At most this many rounds of trying smaller cases; each round is one call of `fails`. */
const maximumRounds = 60;

/**
 * The smallest failing case that leaving out records and commands leads to: delta debugging (Zeller and Hildebrandt,
 * "Simplifying and isolating failure-inducing input", 2002), in its simple form that tries to leave out ever smaller
 * chunks. `fails` is given all candidates of a round and answers with the index of the first that fails, or -1.
 */
export async function smallestFailing(
  failing: Case,
  fails: (candidates: Case[]) => Promise<number>,
): Promise<Case> {
  let smallest = failing;
  let chunk = Math.ceil(sizeOf(failing) / 2);
  for (let round = 0; round < maximumRounds && chunk >= 1; round++) {
    const candidates = withoutChunks(smallest, chunk);
    const found = candidates[await fails(candidates)];
    if (found) smallest = found;
    else if (chunk === 1) break;
    if (!found || chunk > sizeOf(smallest)) chunk = Math.max(1, Math.floor(chunk / 2));
  }
  return smallest;
}

/** How many records and commands a case has. */
export function sizeOf({ records, commands }: Case): number {
  return records.length + (commands?.length ?? 0);
}

/** All cases with one run of `chunk` neighbours left out, of the records or of the commands. */
function withoutChunks(from: Case, chunk: number): Case[] {
  const { records, commands = [] } = from;
  const fewerRecords = starts(records.length, chunk).map((at) => ({
    ...from,
    records: records.toSpliced(at, chunk),
  }));
  const fewerCommands = starts(commands.length, chunk).map((at) => ({
    ...from,
    commands: commands.toSpliced(at, chunk),
  }));
  return [...fewerRecords, ...fewerCommands];
}

function starts(length: number, chunk: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(length / chunk)) }, (_, i) => i * chunk);
}
