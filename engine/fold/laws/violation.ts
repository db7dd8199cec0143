import type { Position, RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { diff, pathKeys } from "../json-patch.ts";

/** Where a law is broken, as data of which words can be made. */
export interface Violation {
  /** The record after which it shows, as a place in the records that were given; -1 is the initial state. */
  index: number;
  position: Position | null;
  /** The keys to the first part that differs; empty for the whole. */
  path: string[];
  /** The whole value as the law demands it, and as it was. Undefined where the fold had stopped before it. */
  expected: Json | undefined;
  actual: Json | undefined;
}

/** Options of the laws that compare states. */
export interface CompareOptions {
  /** What of a state counts; the whole state when absent. */
  compare?: (state: Json) => Json;
}

/** The keys to the first part in which two values differ; null where they are equal. Undefined is no value at all. */
export function pathOfFirstDifference(expected: Json | undefined, actual: Json | undefined): string[] | null {
  if (expected === undefined || actual === undefined) return expected === actual ? null : [];
  const [operation] = diff(expected, actual);
  return operation ? pathKeys(operation.path) : null;
}

/** The first of two rows of states that differ, and where in it; a row that ends early has stopped. */
export function findFirstDifference(
  expected: Json[],
  actual: Json[],
  { compare = (state) => state }: CompareOptions,
): ({ place: number } & Pick<Violation, "path" | "expected" | "actual">) | null {
  const seen = (state: Json | undefined) => (state === undefined ? undefined : compare(state));
  for (let place = 0; place < Math.max(expected.length, actual.length); place++) {
    const [wanted, found] = [seen(expected[place]), seen(actual[place])];
    const path = pathOfFirstDifference(wanted, found);
    if (path) return { place, path, expected: wanted, actual: found };
  }
  return null;
}

export function positionAt(records: RawRecord[], index: number): Position | null {
  return records[index]?.position ?? null;
}
