import type { LinesEnd } from "../../../../../engine/line-coverage/line-coverage-messages.ts";
import { lit as words } from "../../../../../language/english/code.ts";
import { ranges } from "./number-ranges.ts";

/** What a pass for lines has told: for each step the lines it ran through, and its end once it is there. */
export interface ExecutedLines {
  lines: Map<number, number[]>;
  end: LinesEnd | null;
}

/** The lines to light, counted from 1, and what is said of them. */
export interface Lit {
  lines: number[];
  words: string;
}

const unlit: number[] = [];

/** The lines of one step of the fold on screen. `begun`: they have been asked for. `stale`: the code has moved on. */
export function executedLinesAt(
  { lines, end }: ExecutedLines,
  step: number,
  { begun, stale }: { begun: boolean; stale: boolean },
): Lit {
  if (stale) return { lines: unlit, words: words.stale };
  const ran = lines.get(step);
  if (!ran) return { lines: unlit, words: end?.message || (begun ? words.following : words.before) };
  if (ran.length === 0) return { lines: unlit, words: words.none };
  const named = ranges(ran).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return {
    lines: ran,
    words: step < 0 ? words.begin(named.join(", "), ran.length) : words.ran(named.join(", "), ran.length),
  };
}
