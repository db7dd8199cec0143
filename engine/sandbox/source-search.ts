import type { SourcePlace } from "../fold/trace.ts";
import { placeAtIndex } from "./line-and-column.ts";

/**
 * What a source says, looked for as text. Nothing here parses: an answer is given only where one place fits, so that a
 * learner is never sent to the wrong one.
 */

/** Lines are looked at up to here: longer ones are not written by hand, and would take long. */
const longestLine = 1_000;

export const isName = (text: string) => /^[\w$]+$/.test(text);

/** A name as part of a pattern. */
export const escaped = (name: string) => name.replaceAll("$", "\\$");

/** Where a function or a variable of the module is declared; undefined where it is not, or where two places fit. */
export function declarationOf(name: string, source: string): SourcePlace | undefined {
  const index = declarationIndex(name, source);
  return index === undefined ? undefined : placeAtIndex(source, index);
}

/** The same as an index into the source. */
export function declarationIndex(name: string, source: string): number | undefined {
  if (!isName(name)) return undefined;
  const named = escaped(name);
  const declared = new RegExp(
    `^[ \\t]*(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?(?:(?:function\\s*\\*?|const|let|var|class)\\s+${named}(?![\\w$])|${named}\\s*\\([^()]*\\)[^\\n;]*\\{)`,
    "gm",
  );
  const found = [...source.matchAll(declared)];
  if (found.length !== 1 || !found[0]) return undefined;
  return found[0].index + (found[0][0].search(/\S/) || 0);
}

/** The only match of a pattern in the source; undefined if there is none or more than one. */
export function onlyPlaceOf(pattern: RegExp, source: string): SourcePlace | undefined {
  const found = [...source.matchAll(pattern)];
  return found.length === 1 && found[0] ? placeAtIndex(source, found[0].index) : undefined;
}

/**
 * Where a name that is declared as a const is assigned again, as indexes into the source. Properties of that name do
 * not count, nor do declarations.
 */
export function constantAssigned(name: string, source: string): number[] {
  if (!isName(name)) return [];
  const word = escaped(name);
  if (!new RegExp(`\\bconst\\s+(?:${word}(?![\\w$])|[{[][^=;]*\\b${word}(?![\\w$]))`).test(source)) return [];
  const assigned = new RegExp(
    `(?<![\\w$.]|(?:const|let|var)\\s+|(?:const|let|var)\\s+[{[][^=;]*)(?:(?:\\+\\+|--)\\s*${word}(?![\\w$])|${word}\\s*(?:=(?![=>])|\\+\\+|--|(?:[-+*/%&|^]|\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?)=))`,
    "g",
  );
  return [...source.matchAll(assigned)].map(({ index }) => index);
}

/** What a property was read of, where the line says it clearly: `cart.lines[sku]` for `qty` in `cart.lines[sku].qty`. */
export function ownerOf(property: string, line: string): string | undefined {
  if (!isName(property) || line.length > longestLine) return undefined;
  const readers = new RegExp(
    `((?:[\\w$]+)(?:!?\\??\\.[\\w$]+|!?\\[[^\\][]*\\])*)!?\\.${escaped(property)}(?![\\w$])`,
    "g",
  );
  const found = [...line.matchAll(readers)].map(([, owner]) => owner);
  const dots = line.split(`.${property}`).length - 1;
  return found.length === 1 && dots === 1 && !/^(null|undefined)$/.test(found[0] ?? "")
    ? found[0]
    : undefined;
}
