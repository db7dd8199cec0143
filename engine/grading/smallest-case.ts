import type { Case, CheckContext } from "./checks.ts";
import { withoutAnyPart } from "./delta-debugging.ts";
import { caseWith, type Part, removablePartsOf, sizeOf } from "./removable-case-parts.ts";

/** Given cases, the place of the first that fails; -1 when none does. */
export type FirstFailing = (candidates: Case[]) => Promise<number>;

/** This many failing cases are made smaller, each separately. */
const mostShrunk = 5;
/** So many choices of parts are looked at for each size. */
const mostLookedAt = 5_000;

/**
 * The failing case with the fewest records and commands that can be found in some that fail. Leaving out parts of one
 * case ends where no single part can be left out, which need not be the least: other cases end elsewhere. Then every
 * smaller choice of the parts of any of them is tried, the smallest first, up to `mostTried` of them.
 */
export async function smallestCase(
  failing: [found: Case, ...others: Case[]],
  isPossible: (candidate: Case) => boolean,
  fails: FirstFailing,
  mostTried: number,
): Promise<Case> {
  const [found, ...others] = failing;
  const cases = [found, ...others.toSorted((a, b) => sizeOf(a) - sizeOf(b))];
  let smallest = found;
  for (const one of cases.slice(0, mostShrunk)) {
    const smaller = await shrunk(one, isPossible, fails);
    if (sizeOf(smaller) < sizeOf(smallest)) smallest = smaller;
  }
  let left = mostTried;
  for (let size = 1; size < sizeOf(smallest) && left > 0; size++) {
    const candidates = mixed(choicesOf(cases, size).filter(isPossible)).slice(0, left);
    const smaller = candidates[await fails(candidates)];
    if (smaller) return smaller;
    left -= candidates.length;
  }
  return smallest;
}

/** The failing case without its records after the divergence: they do not matter to it. */
export function cutAfter(failing: Case, { index, history, event, command }: CheckContext): Case {
  const records = history.length + (event ? 1 : 0);
  if (index < 0 || command || records >= failing.records.length || (!event && !command)) return failing;
  return {
    ...failing,
    records: failing.records.slice(0, records),
    ...(failing.commands && { commands: [] }),
  };
}

async function shrunk(
  one: Case,
  isPossible: (candidate: Case) => boolean,
  fails: FirstFailing,
): Promise<Case> {
  const parts = await withoutAnyPart(removablePartsOf(one), async (lists) => {
    const possible = [...lists.entries()].filter(([, parts]) => isPossible(caseWith(one, parts)));
    return possible[await fails(possible.map(([, parts]) => caseWith(one, parts)))]?.[0] ?? -1;
  });
  return caseWith(one, parts);
}

/** Cases of so many parts of one of the cases, in their order. */
function choicesOf(cases: Case[], size: number): Case[] {
  const chosen: Case[] = [];
  for (const one of cases) {
    for (const parts of choices(removablePartsOf(one), size)) {
      if (chosen.length === mostLookedAt) return chosen;
      chosen.push(caseWith(one, parts));
    }
  }
  return chosen;
}

function* choices(parts: Part[], length: number, from = 0): Generator<Part[]> {
  if (length === 0) yield [];
  else
    for (let at = from; at <= parts.length - length; at++) {
      for (const rest of choices(parts, length - 1, at + 1)) yield [parts[at] as Part, ...rest];
    }
}

/** The first case of every shape, then the second of every shape, and so on: those of one shape mostly do the same. */
function mixed(cases: Case[]): Case[] {
  const byShape = [...Map.groupBy(cases, shapeOf).values()];
  const most = Math.max(0, ...byShape.map((alike) => alike.length));
  return Array.from({ length: most }, (_, turn) => byShape.flatMap((alike) => alike[turn] ?? [])).flat();
}

/** A case without its values: the types, and which names are the same. */
function shapeOf({ records, commands = [] }: Case): string {
  const names = new Map<unknown, number>();
  const numbered = (_key: string, value: unknown) => {
    if (typeof value !== "string" && typeof value !== "number") return value;
    if (!names.has(value)) names.set(value, names.size);
    return names.get(value);
  };
  const keyParts = records.map(({ key, event: { type, data, metadata } }) => [key, type, metadata?.id, data]);
  return JSON.stringify([keyParts, commands], numbered);
}
