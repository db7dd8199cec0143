import { number } from "../numbers.ts";

/** Words on the tape. */
export const lane = {
  start: "Start",
  /** Read out before an offset. */
  offset: "offset ",
  loading: "…",
  holds: "the breakpoint is true",
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
    failing: "stopped",
    divergent: "differs",
    skipped: "not folded",
  },
};

/** Words of the strip below a long tape. */
export const overview = {
  label: "Visible part of the tape",
  /** `from` and `to` count from 1. */
  inSight: (from: number, to: number, all: number) =>
    `records ${number(from)} to ${number(to)} of ${number(all)}`,
  colours: "colour by",
  colourBy: { type: "type", key: "key" },
  marks: { failing: "Stopped", divergent: "Differs", skipped: "Not folded", breakpoint: "Breakpoint" },
};
