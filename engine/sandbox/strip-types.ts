import amaro from "amaro";
import { compileSentences } from "../sentences/english/compile.ts";
import { type Message, sentencesFrom } from "../sentences/message.ts";
import { describeCompileProblem, describeUnsupportedSyntax } from "./compile-messages.ts";
import { limits } from "./limits.ts";
import { indexOfPlace, linesOf, placeAtIndex } from "./line-and-column.ts";
import { columnOfWidth } from "./utf16-columns.ts";

const says = sentencesFrom(compileSentences);

/** What stripping a source gave: JavaScript with every character in its place, or why not. */
export type StrippedSource =
  | { code: string }
  | { problem: Message; line: number; column: number }
  | { tooLarge: number }
  | { fault: Message };

/** What the stripper throws: a plain object, not an Error. */
interface StripProblem {
  code: "InvalidSyntax" | "UnsupportedSyntax";
  message: string;
  startLine?: number;
  startColumn?: number;
}

/** The last source and its code: grading folds one source over log after log. */
let last = { source: "", code: "" };

/**
 * TypeScript to JavaScript by putting spaces where the types were: lines and columns stay. Types are not checked.
 * A `fault` means that the stripper itself broke; the thread it ran in should not be used again.
 */
export function stripTypes(source: string): StrippedSource {
  if (source === last.source) return { code: last.code };
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > limits.sourceBytes) return { tooLarge: bytes };
  const tooDeep = firstTooDeep(source);
  if (tooDeep !== null) {
    const { line, column } = placeAtIndex(source, tooDeep);
    const problem = says("brackets-too-deep", { most: limits.sourceNesting });
    return { problem, line, column };
  }
  try {
    const { code } = amaro.transformSync(source, { mode: "strip-only" });
    last = { source, code };
    return { code };
  } catch (thrown) {
    const problem = thrown as Partial<StripProblem>;
    if (problem.code !== "InvalidSyntax" && problem.code !== "UnsupportedSyntax") {
      return { fault: says("source-not-typescript") };
    }
    return describeStripProblem(problem as StripProblem, source);
  }
}

function describeStripProblem(
  { code, message, startLine = 1, startColumn = 0 }: StripProblem,
  source: string,
) {
  const column = columnOfWidth(linesOf(source)[startLine - 1] ?? "", startColumn + 1);
  const problem =
    code === "UnsupportedSyntax"
      ? describeUnsupportedSyntax(message)
      : describeCompileProblem(message, source, indexOfPlace(source, startLine, column));
  return { problem, line: startLine, column };
}

/**
 * The index at which brackets first nest too deeply, counted as plain text: a parser that recurses must not see it.
 * Angle brackets count only right after a name, as in `f<f<f<`.
 */
function firstTooDeep(source: string): number | null {
  let depth = 0;
  let angles = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth = Math.max(0, depth - 1);
    else if (c === "<" && /\w/.test(source[i - 1] ?? "")) angles++;
    else if (c === ">" || c === ";") angles = Math.max(0, angles - 1);
    if (depth > limits.sourceNesting || angles > limits.sourceNesting) return i;
  }
  return null;
}
