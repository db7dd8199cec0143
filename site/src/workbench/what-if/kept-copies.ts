import type { RawRecord } from "../../../../engine/fold/event.ts";
import { beginBranch, type CopyWithUndo } from "./copy-with-undo.ts";
import { copyOf } from "./log-copy.ts";

const kept = new Map<string, { records: RawRecord[]; branch: CopyWithUndo }>();

/**
 * The copy of a log as it was left: it outlives the panel, so that a check, which brings its own tab to the front, does
 * not lose it. A log of the same name with other records begins anew.
 */
export function keptCopy(name: string, records: RawRecord[], keys: string[]): CopyWithUndo {
  const known = kept.get(name);
  return known && JSON.stringify(known.records) === JSON.stringify(records)
    ? known.branch
    : beginBranch(copyOf(records, keys));
}

export function keepCopy(name: string, records: RawRecord[], branch: CopyWithUndo): void {
  kept.set(name, { records, branch });
}
