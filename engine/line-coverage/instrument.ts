import { parse, type Token } from "acorn";
import { CoverageMarker, type Insertion } from "./coverage-marker.ts";
import { linesOfMarks } from "./lines-of-marks.ts";

/** A module that sets a byte at each mark it passes. */
export interface InstrumentedCode {
  /** JavaScript, every line of it where it was. */
  code: string;
  /** The name under which the module's first statement reads the bytes, a Uint8Array of at least `lines.length`. */
  name: string;
  /** For each mark the lines of the code it stands for, from 1. */
  lines: number[][];
}

/**
 * Puts marks into a module: before every statement, into both branches of a conditional expression and the body of an
 * arrow function. Null where the code cannot be followed, be it too deep for the parser.
 */
export function instrument(code: string): InstrumentedCode | null {
  try {
    const tokens: Token[] = [];
    const program = parse(code, {
      ecmaVersion: "latest",
      sourceType: "module",
      preserveParens: true,
      onToken: tokens,
    });
    const bytes = newName(code);
    const name = `${bytes}_given`;
    const marker = new CoverageMarker(bytes);
    const begin = program.body[0]?.start ?? 0;
    // The first statement reads it, once: the learner's code can find no name of ours afterwards.
    marker.insertions.push({ at: begin, text: `const ${bytes}=${name};` });
    marker.program(program);
    return {
      code: inserted(code, marker.insertions),
      name,
      lines: linesOfMarks(code, tokens, marker.parts, marker.count),
    };
  } catch {
    return null;
  }
}

/** A name that does not occur in the code. */
function newName(code: string): string {
  for (let number = 0; ; number++) if (!code.includes(`passed${number}`)) return `passed${number}`;
}

function inserted(code: string, insertions: Insertion[]): string {
  let text = "";
  let from = 0;
  for (const { at, text: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    text += code.slice(from, at) + added;
    from = at;
  }
  return text + code.slice(from);
}
