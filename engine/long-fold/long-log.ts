import type { Position, RawRecord } from "../fold/event.ts";
import type { Slice } from "../fold/trace.ts";

/** A log too long to be held as a list: its records by their place, counted from 0 in fold order. */
export interface LongLog {
  /** What is folded of it. */
  readonly slice: Slice;
  readonly count: number;
  /** The records at the places from `from` up to, not including, `to`. May reject: the log can lie elsewhere. */
  read(from: number, to: number): Promise<RawRecord[]>;
  /** The place of a record; null where the log has none such. */
  placeOf(position: Pick<Position, "partition" | "offset">): number | null;
}
