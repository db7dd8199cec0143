import amaro from "amaro";
import { limits } from "./limits.ts";

/** What stripping a source gave: JavaScript with every character in its place, or why not. */
export type Stripped =
  | { code: string }
  | { problem: string; line: number; column: number }
  | { tooLarge: number }
  | { fault: string };

/** What the stripper throws: a plain object, not an Error. */
interface StripProblem {
  code: "InvalidSyntax" | "UnsupportedSyntax";
  message: string;
  startLine?: number;
  startColumn?: number;
}

/**
 * TypeScript to JavaScript by putting spaces where the types were: lines and columns stay. Types are not checked.
 * A `fault` means that the stripper itself broke; the thread it ran in should not be used again.
 */
export function strip(source: string): Stripped {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > limits.sourceBytes) return { tooLarge: bytes };
  const tooDeep = firstTooDeep(source);
  if (tooDeep) {
    return { problem: `Brackets are nested more than ${limits.sourceNesting} deep.`, ...tooDeep };
  }
  try {
    return { code: amaro.transformSync(source, { mode: "strip-only" }).code };
  } catch (thrown) {
    const problem = thrown as Partial<StripProblem>;
    if (problem.code !== "InvalidSyntax" && problem.code !== "UnsupportedSyntax") {
      return { fault: "The source could not be read as TypeScript." };
    }
    return {
      problem: inWords(problem as StripProblem),
      line: problem.startLine ?? 1,
      column: (problem.startColumn ?? 0) + 1,
    };
  }
}

function inWords({ code, message }: StripProblem): string {
  if (code === "InvalidSyntax") return `${message.replace(/\.$/, "")}.`;
  const construct = message.replace(/^TypeScript /, "").replace(/ is not supported.*$/, "");
  const instead = construct.includes("enum") ? " Use a union of strings or an object." : "";
  return `Types are erased here, not compiled, and ${construct} needs compiling.${instead}`;
}

/**
 * Where brackets first nest too deeply, counted as plain text: a parser that recurses must not see it. Angle brackets
 * count only right after a name, as in `f<f<f<`.
 */
function firstTooDeep(source: string): { line: number; column: number } | null {
  let depth = 0;
  let angles = 0;
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (c === "\n") {
      line++;
      lineStart = i + 1;
    } else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth = Math.max(0, depth - 1);
    else if (c === "<" && /\w/.test(source[i - 1] ?? "")) angles++;
    else if (c === ">" || c === ";") angles = Math.max(0, angles - 1);
    if (depth > limits.sourceNesting || angles > limits.sourceNesting)
      return { line, column: i - lineStart + 1 };
  }
  return null;
}
