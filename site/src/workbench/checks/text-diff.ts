/** One line of two texts laid side by side: in both, only in mine, or only in the other. */
export interface DiffLine {
  kind: "same" | "mine" | "theirs";
  text: string;
}

/** The longest common subsequence of lines (Wagner and Fischer's table), which suits programs of a few hundred lines. */
export function diffLines(mine: string, theirs: string): DiffLine[] {
  const a = mine.trimEnd().split("\n");
  const b = theirs.trimEnd().split("\n");
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: "same", text: a[i] as string });
      i++;
      j++;
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: "mine", text: a[i++] as string });
    } else {
      lines.push({ kind: "theirs", text: b[j++] as string });
    }
  }
  return lines;
}
