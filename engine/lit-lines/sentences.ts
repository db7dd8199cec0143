import type { LinesEnd, MissingLines } from "./messages.ts";

const sentences: Record<MissingLines, string> = {
  source:
    "No lines are lit: this code could not be loaded or followed. Run it to see why; where it runs well, take deeply nested parts apart.",
  "state-differs":
    "No lines are lit from here on: followed line by line, your code gives another state. Does it read its own text or the stack of an error?",
  limit: "Lines are lit up to here: a limit was hit. Fold fewer records to see the lines of each.",
  "engine-fault": "The engine broke down while it followed the lines. Your code is kept; ask for them again.",
  cancelled: "The lines were given up: they were not wanted any more, or newer ones took their place.",
  unavailable: "The lines cannot be had just now. Your code is kept; ask for them again in a moment.",
};

/** The end of a pass, in words; `told` is what a server says of it instead. */
export function linesEnd(missing: MissingLines | null, told?: string): LinesEnd {
  return { kind: "end", missing, message: told ?? (missing ? sentences[missing] : "") };
}
