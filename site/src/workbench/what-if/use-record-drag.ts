import type { RefObject } from "react";
import { useDrag } from "../../ui/use-drag.ts";
import type { AlignedFolds, Row } from "../two-folds/aligned-folds.ts";
import type { LogCopy } from "./log-copy.ts";
import { copiedAt } from "./record-positions.ts";

interface RecordDrag {
  rows: RefObject<HTMLOListElement | null>;
  copy: LogCopy;
  aligned: AlignedFolds | null;
  /** Puts the record of this name before the one at a place of the copy. */
  carryTo(id: string, before: number): void;
}

/** Lets the copy's records be dragged to other places. Gives what each row of the two folds needs for it. */
export function useRecordDrag({ rows, copy, aligned, carryTo }: RecordDrag) {
  // The drag speaks of lines by number: here of places in the copy, and of the rows that show them.
  const shown = aligned?.rows.flatMap((each) => copiedAt(copy, each)?.place ?? []) ?? [];
  const { drag, lineOf } = useDrag(rows, ({ piece, place }) => {
    const dragged = copy.records[piece];
    if (dragged)
      carryTo(dragged.id, place === null ? copy.records.length : (shown[place] ?? copy.records.length));
  });
  return (each: Row) => {
    const place = copiedAt(copy, each)?.place;
    if (place === undefined) return {};
    const target = drag?.place === null || drag?.place === undefined ? null : shown[drag.place];
    const marks = [drag?.piece === place ? "dragged" : "", target === place ? "before" : ""];
    return { "data-piece": place, className: marks.join(" "), ...lineOf(place) };
  };
}
