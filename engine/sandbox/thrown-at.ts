import type { SourcePlace } from "../fold/trace.ts";
import type { LimitHit, Thrown } from "./guest-call-result.ts";
import { indexOfPlace, placeAtIndex } from "./line-and-column.ts";
import { constantAssigned, onlyPlaceOf } from "./source-search.ts";
import { builtInOf, findPlaceInStack } from "./stack-location.ts";

/**
 * Where an error was thrown, in the learner's own source. The engine puts the assignment to a const at a later
 * statement: its own place is looked for in the source.
 */
export function placeOfThrow({ name, message, stack }: Thrown, source: string): SourcePlace | undefined {
  const place = findPlaceInStack(stack, source);
  const [, constant] = /^'(.*)' is read-only$/.exec(name === "TypeError" ? message : "") ?? [];
  if (!place || constant === undefined) return place;
  const end = indexOfPlace(source, place.line, place.column);
  const last = constantAssigned(constant, source).findLast((index) => index <= end);
  return last === undefined ? place : placeAtIndex(source, last);
}

const loops = /\b(?:while|for)\s*\(|\bdo\s*\{/g;

/**
 * Where a limit was hit, as far as that is certain: calls have a place of their own in the engine, loops have not. A
 * loop is named where the source has no other.
 */
export function placeOfLimit({ limit, stack }: LimitHit, source: string): SourcePlace | undefined {
  if (limit === "stack" || builtInOf(stack) !== "") return findPlaceInStack(stack, source);
  return limit === "time" ? onlyPlaceOf(loops, source) : undefined;
}
