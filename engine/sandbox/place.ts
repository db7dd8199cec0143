import type { SourcePlace } from "../fold/trace.ts";
import { moduleName } from "./guest.ts";

/** Line and column with that line of the source and a caret below the column. */
export function placeAt(source: string, line: number, column: number): SourcePlace {
  const text = source.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? "";
  const shown = text.slice(0, 200);
  const caret = " ".repeat(Math.max(0, Math.min(column - 1, shown.length)));
  return { line, column, frame: `${shown}\n${caret}^` };
}

/** The topmost place of the learner's own code in an engine's stack trace; undefined when there is none. */
export function placeInStack(stack: string, source: string): SourcePlace | undefined {
  for (const [, line, column] of stack.matchAll(
    new RegExp(`${moduleName.replace(".", "\\.")}:(\\d+):(\\d+)`, "g"),
  )) {
    const lines = source.split(/\r\n|[\n\r\u2028\u2029]/).length;
    if (Number(line) >= 1 && Number(line) <= lines) return placeAt(source, Number(line), Number(column));
  }
  return undefined;
}
