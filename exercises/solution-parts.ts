const reference = /^\/\/ solution: (.+)$/;
const declaration = /^(?:export )?(?:async )?(?:function\*?|const|let|class|type|interface|enum) ([\w$]+)/;
const comment = /^(?:\/\/|\/\*\*| \*)/;

/** A source with the parts of the solution that it names. Each of its lines knows its line in the file, from 1. */
export interface CompletedSource {
  source: string;
  lines: number[];
}

/** A line that names something the solution does not declare. */
export class PartError extends Error {
  readonly line: number;

  constructor(line: number, sentence: string) {
    super(sentence);
    this.line = line;
  }
}

/**
 * An answer with each line `// solution: Cart, initialState` replaced by these declarations of the solution, so that an
 * author writes only what differs. A declaration brings the comment above it. Throws a PartError.
 */
export function completedSource(text: string, solution: string): CompletedSource {
  const parts = declarationsIn(solution);
  const completed = text.split("\n").flatMap((content, at) => {
    const line = at + 1;
    const names = reference.exec(content)?.[1]?.split(/,\s*/);
    const contents = names === undefined ? [content] : declared(names, parts, line);
    return contents.map((each) => ({ content: each, line }));
  });
  return {
    source: completed.map(({ content }) => content).join("\n"),
    lines: completed.map(({ line }) => line),
  };
}

/** The lines of these declarations. Two that follow each other in the solution keep the space between them. */
function declared(names: string[], parts: Declaration[], line: number): string[] {
  return names.flatMap((name, at) => {
    const place = parts.findIndex((each) => each.name === name);
    const part = parts[place];
    if (!part)
      throw new PartError(
        line,
        `names ${name}, but solution.ts does not declare it. It declares ${parts.map((each) => each.name).join(", ")}.`,
      );
    const isNext = at > 0 && parts[place - 1]?.name === names[at - 1];
    const isApart = at > 0 && (part.isApart || !isNext);
    return [...(isApart ? [""] : []), ...part.lines];
  });
}

interface Declaration {
  name: string;
  lines: string[];
  /** Whether an empty line is above it. */
  isApart: boolean;
}

/** What a source declares at the outermost level: each declaration with the comment above it. */
function declarationsIn(source: string): Declaration[] {
  const lines = source.split("\n");
  const starts = lines.flatMap((content, at) => {
    const name = declaration.exec(content)?.[1];
    return name === undefined ? [] : [{ name, at: commentAbove(lines, at) }];
  });
  return starts.map(({ name, at }, place) => {
    const text = lines
      .slice(at, starts[place + 1]?.at)
      .join("\n")
      .trimEnd();
    return { name, lines: text.split("\n"), isApart: at > 0 && lines[at - 1] === "" };
  });
}

function commentAbove(lines: string[], at: number): number {
  let first = at;
  while (first > 0 && comment.test(lines[first - 1] ?? "")) first -= 1;
  return first;
}
