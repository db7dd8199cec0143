const start = /^([ \t]*)\/\/ starter:(?: (.*))?$/;
const end = /^[ \t]*\/\/ end starter$/;

/** A solution and the starter that is cut from it. A line of either knows its line in the file, from 1. */
export interface CutSource {
  solution: string;
  starter: string;
  solutionLines: number[];
  starterLines: number[];
  /** Whether the file has a region. Without one, both sources are the whole file. */
  hasRegions: boolean;
}

/** A marker without its partner. */
export class RegionError extends Error {
  readonly line: number;

  constructor(line: number, sentence: string) {
    super(sentence);
    this.line = line;
  }
}

/**
 * Reads `solution.ts`. A region begins with one or more lines `// starter: …` and ends with `// end starter`. The
 * solution has what lies between, the starter has the text of the markers; neither has the markers. A marker's text
 * keeps the marker's indentation, and a marker alone, without text, leaves no line.
 */
export function cutSource(text: string): CutSource {
  const [solution, starter]: [Numbered[], Numbered[]] = [[], []];
  let begun: { line: number; markers: Numbered[]; isOver: boolean } | undefined;
  let hasRegions = false;
  for (const [at, content] of text.split("\n").entries()) {
    const line = at + 1;
    const marker = start.exec(content);
    if (marker && begun?.isOver)
      throw new RegionError(
        begun.line,
        "begins a starter region that does not end before the next one. Add // end starter below its last line.",
      );
    if (marker) {
      hasRegions = true;
      begun ??= { line, markers: [], isOver: false };
      const [, indentation = "", told = ""] = marker;
      begun.markers.push({ line, content: told === "" ? "" : indentation + told });
    } else if (end.test(content)) {
      if (!begun)
        throw new RegionError(line, "ends a starter region that does not begin. Write // starter: above it.");
      if (begun.markers.some((each) => each.content !== "")) starter.push(...begun.markers);
      begun = undefined;
    } else {
      if (begun) begun.isOver = true;
      else starter.push({ line, content });
      solution.push({ line, content });
    }
  }
  if (begun)
    throw new RegionError(
      begun.line,
      "begins a starter region that does not end. Add // end starter below its last line.",
    );
  return {
    solution: textOf(solution),
    starter: textOf(starter),
    solutionLines: solution.map(({ line }) => line),
    starterLines: starter.map(({ line }) => line),
    hasRegions,
  };
}

interface Numbered {
  line: number;
  content: string;
}

function textOf(lines: Numbered[]): string {
  return lines.map(({ content }) => content).join("\n");
}
