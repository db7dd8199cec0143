import { parseSource } from "../../syntax/parse-source.ts";
import { nodesOf } from "../../syntax/walk-nodes.ts";
import { calls } from "./kinds/calls.ts";
import { cases } from "./kinds/cases.ts";
import { conditions } from "./kinds/conditions.ts";
import { copies } from "./kinds/copies.ts";
import { members } from "./kinds/members.ts";
import { operators } from "./kinds/operators.ts";
import { returns } from "./kinds/returns.ts";
import { values } from "./kinds/values.ts";
import { type Edit, type Kind, type Mutant, placesIn } from "./mutant.ts";
import { sampleEvenly } from "./sample-evenly.ts";

export type { Kind, Mutant } from "./mutant.ts";

/** At most this many mutants of a solution are tried; if there are more, they are chosen evenly over kinds and lines. */
export const mostMutants = 80;

const kinds = [cases, operators, conditions, values, members, copies, calls, returns];

/**
 * Mutation analysis (DeMillo, Lipton and Sayward, "Hints on test data selection", 1978): every small mistake that could
 * be made in a source, each alone. Checks that are good tell each of them from the source. Edits the TypeScript, so that
 * a mutant reads like the solution. Gives the same mutants for the same source; none for a source that cannot be read.
 */
export function mutantsOf(source: string): Mutant[] {
  const read = parseSource(source);
  if (!read) return [];
  const placeOf = placesIn(source, read.tokens);
  const edits = [...nodesOf(read.program)].flatMap(([node, parents]) => {
    const place = placeOf(node, parents);
    return kinds.flatMap((mistakes) => mistakes(place));
  });
  const made = edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => mutantOf(source, edit));
  const seen = new Set([source]);
  const readable = made.filter((mutant) => {
    if (seen.has(mutant.source)) return false;
    seen.add(mutant.source);
    return parseSource(mutant.source) !== null;
  });
  return sampleEvenly(named(readable), mostMutants);
}

/** The source with an edit made. Lines are given whole, as a diff shows them; a removed line leaves an empty one. */
function mutantOf(source: string, { kind, start: first, end, text, shown }: Edit): Mutant {
  const from = source.lastIndexOf("\n", first - 1) + 1;
  const lineEnd = source.indexOf("\n", end);
  const to = lineEnd < 0 ? source.length : lineEnd;
  const isGone = (source.slice(from, first) + text + source.slice(end, to)).trim() === "";
  const start = isGone ? from : first;
  const line = source.slice(0, start).split("\n").length;
  const before = source.slice(from, to);
  return {
    name: nameOf(kind, shown, before),
    kind,
    line,
    source: source.slice(0, start) + text + source.slice(end),
    before,
    after: source.slice(from, start) + text + source.slice(end, to),
  };
}

/** The kind and what was changed, then the line as it was, unless that is the same. */
function nameOf(kind: Kind, shown: string, before: string): string {
  const [changed, line] = [inOneLine(shown), inOneLine(before)];
  return changed === line ? `${kind} ${changed}` : `${kind} ${changed} in ${line}`;
}

const nameLength = 48;

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= nameLength ? line : `${line.slice(0, nameLength - 1).trimEnd()}…`;
}

/** Mutants that would have the same name are numbered from the second on. */
function named(mutants: Mutant[]): Mutant[] {
  const times = new Map<string, number>();
  return mutants.map((mutant) => {
    const time = (times.get(mutant.name) ?? 0) + 1;
    times.set(mutant.name, time);
    return time === 1 ? mutant : { ...mutant, name: `${mutant.name} (${time})` };
  });
}
