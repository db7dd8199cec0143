import { type DiffLine, diffLines } from "./text-diff.ts";

/** A part that is cut from a longer change has this many new lines at least. */
const fewestLines = 2;

/**
 * How one text becomes another, in parts that can be shown one by one: each place that changes, and of a longer one the
 * pieces that begin at its outermost indentation, such as the cases of a `switch`. A line that stays is shown before and
 * after a place. What comes or goes as blank lines and comments only is no part.
 */
export function hunksOf(from: string, to: string): DiffLine[][] {
  const lines = diffLines(from, to);
  const hunks: DiffLine[][] = [];
  for (let at = 0; at < lines.length; ) {
    const length = lines.slice(at).findIndex(({ kind }) => kind === "same");
    const end = length < 0 ? lines.length : at + length;
    const parts = cut(lines.slice(at, end)).filter((part) => codeOf(part, "mine") !== codeOf(part, "theirs"));
    const last = parts.length - 1;
    hunks.push(
      ...parts.map((part, i) => [
        ...(i === 0 ? lines.slice(Math.max(0, at - 1), at) : []),
        ...part,
        ...(i === last ? lines.slice(end, end + 1) : []),
      ]),
    );
    at = end + 1;
  }
  return hunks;
}

/** A change cut where a new line begins at the outermost indentation of its new lines. */
function cut(change: DiffLine[]): DiffLine[][] {
  const outermost = Math.min(...change.filter(isNew).map(({ text }) => indentation(text)));
  const parts: DiffLine[][] = [];
  for (const line of change) {
    const part = parts.at(-1);
    const begins = isNew(line) && indentation(line.text) === outermost && !/^\s*[}\])]/.test(line.text);
    if (!part || (begins && part.filter(isNew).length >= fewestLines)) parts.push([line]);
    else part.push(line);
  }
  return parts;
}

const indentation = (text: string) => text.search(/\S/);

const isNew = ({ kind, text }: DiffLine) => kind === "theirs" && bare(text) !== "";

/** What comes or goes without white space around it and without comments. */
const codeOf = (part: DiffLine[], kind: DiffLine["kind"]) =>
  part.flatMap((line) => (line.kind === kind ? bare(line.text) : [])).join("");

const bare = (text: string) => text.replace(/(^|\s)\/\/.*$/, "").trim();
