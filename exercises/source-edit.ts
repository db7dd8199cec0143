import { z } from "zod";

/** YAML reads `return { level: 1 };` as a mapping. */
const part = z.string(
  "is no text. Put code with a colon, a quote or a bracket into quotes, or below a line that ends with |-.",
);

/** `wrong/<name>.yaml` or `approaches/<name>.yaml`: an answer that is the solution with some parts replaced. */
export const sourceEdit = z.strictObject({
  /** The mistake or the approach, in one sentence. It becomes the first line of the answer. */
  says: z.string(),
  /** Each part of the solution that is replaced, and the text that comes in its place. */
  replace: z.array(z.tuple([part, part])).min(1),
});

export type SourceEdit = z.infer<typeof sourceEdit>;

/** An edit that does not fit the solution: `at` is its place in `replace`. */
export class EditError extends Error {
  readonly at: number;

  constructor(at: number, sentence: string) {
    super(sentence);
    this.at = at;
  }
}

/**
 * The solution with all parts replaced, each as the solution has it. The lines of a part, and of what comes in its
 * place, are indented as the line in which the part begins: an edit need not repeat the solution's indentation. Where
 * nothing comes in the place of whole lines, the lines go. Throws an EditError.
 */
export function editedSource(solution: string, { says, replace }: SourceEdit): string {
  const parts = replace
    .map(([from, to], at) => partOf(solution, from, to, at))
    .toSorted((a, b) => a.start - b.start);
  let source = says
    .trimEnd()
    .split("\n")
    .map((line) => `// ${line}\n`)
    .join("");
  let rest = 0;
  for (const { start, end, text, at } of parts) {
    if (start < rest)
      throw new EditError(at, `changes lines that another replacement changes too. Make one of the two.`);
    source += solution.slice(rest, start) + text;
    rest = end;
  }
  return source + solution.slice(rest);
}

interface Part {
  start: number;
  end: number;
  text: string;
  at: number;
}

function partOf(solution: string, from: string, to: string, at: number): Part {
  if (from.trim() === "")
    throw new EditError(at, "replaces nothing. Write the part of solution.ts to replace.");
  if (from === to) throw new EditError(at, `replaces ${shown(from)} by the same. Write the change.`);
  const found = placesOf(solution, from.trimEnd());
  const [place] = found;
  if (!place)
    throw new EditError(
      at,
      `replaces ${shown(from)}, but solution.ts does not have it. Write it as it is in solution.ts.`,
    );
  if (found.length > 1)
    throw new EditError(
      at,
      `replaces ${shown(from)}, but solution.ts has it ${found.length} times. Add a line before or after it, so that it is there once.`,
    );
  const { start, end, indentation } = place;
  const isWholeLines = solution.slice(lineStart(solution, start), start).trim() === "";
  if (to.trim() === "" && isWholeLines && (solution[end] ?? "\n") === "\n")
    return { start: lineStart(solution, start), end: end + 1, text: "", at };
  return { start, end, text: indented(to.trimEnd(), indentation), at };
}

interface Place {
  start: number;
  end: number;
  indentation: string;
}

/** Where the solution has these lines, indented as the line in which they begin. */
function placesOf(solution: string, from: string): Place[] {
  const places: Place[] = [];
  const [first = ""] = from.split("\n");
  for (let start = solution.indexOf(first); start >= 0; start = solution.indexOf(first, start + 1)) {
    const [indentation = ""] = /^[ \t]*/.exec(solution.slice(lineStart(solution, start))) ?? [];
    const text = indented(from, indentation);
    if (solution.startsWith(text, start)) places.push({ start, end: start + text.length, indentation });
  }
  return places;
}

/** Every line but the first, which begins where the part begins, and empty ones. */
function indented(text: string, indentation: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indentation}`);
}

function lineStart(text: string, place: number): number {
  return text.lastIndexOf("\n", place - 1) + 1;
}

function shown(text: string): string {
  const [first = "", ...more] = text.trim().split("\n");
  return `\`${first}${more.length > 0 ? " …" : ""}\``;
}
