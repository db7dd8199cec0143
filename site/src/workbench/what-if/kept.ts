import type { RawRecord } from "../../../../engine/fold/event.ts";
import { type Branch, beginBranch } from "./branch.ts";
import { copyOf } from "./copy.ts";

const kept = new Map<string, { records: RawRecord[]; branch: Branch }>();

/**
 * The copy of a log as it was left: it outlives the panel, so that a check, which brings its own tab to the front, does
 * not lose it. A log of the same name with other records begins anew.
 */
export function keptBranch(name: string, records: RawRecord[], keys: string[]): Branch {
  const known = kept.get(name);
  return known && JSON.stringify(known.records) === JSON.stringify(records)
    ? known.branch
    : beginBranch(copyOf(records, keys));
}

export function keepBranch(name: string, records: RawRecord[], branch: Branch): void {
  kept.set(name, { records, branch });
}
