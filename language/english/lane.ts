import { number } from "../numbers.ts";

/** Words on the tape. */
export const lane = {
  start: "Start",
  /** Read out before an offset. */
  offset: "offset ",
  loading: "…",
  holds: "the breakpoint holds",
  /** What a card without an offset says in the offset's place. */
  kinds: {
    event: "event",
    tombstone: "tombstone",
    "not-an-event": "record",
    command: "command",
    decided: "decided",
    call: "call",
  },
  marks: {
    failing: "stopped here",
    divergent: "parts here",
    skipped: "not folded",
  },
};

/** Words of the strip below a long tape. */
export const overview = {
  label: "Part of the tape in sight",
  /** `from` and `to` count from 1. */
  inSight: (from: number, to: number, all: number) =>
    `records ${number(from)} to ${number(to)} of ${number(all)}`,
  colours: "Colour",
  colourBy: { type: "by type", key: "by key" },
  marks: { failing: "Stopped", divergent: "Parts", skipped: "Not folded", breakpoint: "Breakpoint" },
};
