import { diffArrays } from "diff/lib/diff/array.js";

/** One line of two texts side by side: in both, only in mine, or only in the other. */
export interface DiffLine {
  kind: "same" | "mine" | "theirs";
  text: string;
}

/** How one text becomes the other in as few lines as possible. Of a changed place, my lines come first. */
export function diffLines(mine: string, theirs: string): DiffLine[] {
  return diffArrays(linesOf(mine), linesOf(theirs)).flatMap(({ removed, added, value }) => {
    const kind = removed ? "mine" : added ? "theirs" : "same";
    return value.map((text): DiffLine => ({ kind, text }));
  });
}

const linesOf = (text: string) => text.trimEnd().split("\n");
