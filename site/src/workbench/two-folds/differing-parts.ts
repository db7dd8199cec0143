import { isObject, type Json, sameJson } from "../../../../engine/fold/json.ts";

/** A part in which two values differ; undefined where one has nothing there. */
export interface DifferingPart {
  /** The keys to it; empty for the whole. */
  path: string[];
  one: Json | undefined;
  other: Json | undefined;
}

/**
 * The smallest parts in which two values differ. Lists of the same length are gone through item by item; where one is
 * longer the list as a whole differs, for its items have moved.
 */
export function differingParts(
  one: Json | undefined,
  other: Json | undefined,
  path: string[] = [],
): DifferingPart[] {
  if (sameJson(one, other)) return [];
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differingParts(own(one, key), own(other, key), [...path, key]));
  }
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
    return one.flatMap((item, place) => differingParts(item, other[place], [...path, String(place)]));
  return [{ path, one, other }];
}

function own(value: { [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
