import type { Token } from "acorn";
import type { Part } from "./coverage-marker.ts";

/** Brackets mark a line as run only if nothing else is on the line, as in `});`. */
const brackets = new Set(["(", "[", "{", ")", "]", "}"]);
/** What divides or ends lights none. */
const nothing = new Set([",", ";", "eof"]);

/**
 * For each mark the lines, from 1, on which a token of its own stands. `parts` lie in one another and come with the outer
 * before the inner ones.
 */
export function linesOfMarks(code: string, tokens: Token[], parts: Part[], count: number): number[][] {
  const lines: Set<number>[] = Array.from({ length: count }, () => new Set());
  const taken = new Set<number>();
  const alone: { mark: number | null; line: number }[] = [];
  const lineOf = lineFinder(code);
  for (const { token, mark } of ownTokens(tokens, parts)) {
    const [from, to] = [lineOf(token.start), lineOf(token.end)];
    const { label } = token.type;
    if (brackets.has(label)) alone.push({ mark, line: from });
    else if (!nothing.has(label)) {
      for (let line = from; line <= to; line++) {
        taken.add(line);
        if (mark !== null) lines[mark]?.add(line);
      }
    }
  }
  for (const { mark, line } of alone) if (mark !== null && !taken.has(line)) lines[mark]?.add(line);
  return lines.map((each) => [...each].sort((a, b) => a - b));
}

/** The tokens in their order, each with the mark of the smallest part that holds it. */
function* ownTokens(tokens: Token[], parts: Part[]) {
  const sorted = parts.toSorted((a, b) => a.start - b.start);
  const open: Part[] = [];
  let next = 0;
  for (const token of tokens) {
    for (let part = sorted[next]; part && part.start <= token.start; part = sorted[++next]) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= part.start) open.pop();
      open.push(part);
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= token.start) open.pop();
    yield { token, mark: open.at(-1)?.mark ?? null };
  }
}

/** Lines as an editor counts them: other ends of a line that JavaScript knows do not count. */
function lineFinder(code: string): (index: number) => number {
  const ends = [...code.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length);
  return (index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) <= index) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
