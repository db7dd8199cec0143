import type { Row } from "../two-folds/aligned-folds.ts";
import type { CopiedRecord, LogCopy } from "./log-copy.ts";

/** A row's record in the copy and its place there; null for a row of the log alone that was moved elsewhere. */
export function copiedAt(copy: LogCopy, row: Row | undefined): { one: CopiedRecord; place: number } | null {
  const place = copy.records.findIndex(({ id }) => id === row?.id);
  const one = copy.records[place];
  return one ? { one, place } : null;
}

/** The place before or after one in the copy, past what is left out; its own where there is none. */
export function neighbour({ records }: LogCopy, place: number, by: 1 | -1): number {
  for (let at = place + by; at >= 0 && at < records.length; at += by) if (!records[at]?.skipped) return at;
  return place;
}

/** Where a record comes to stand that takes the place of another one: that one moves on towards where it came from. */
export function landingAt(from: number, before: number): number {
  return before > from ? before - 1 : before;
}
