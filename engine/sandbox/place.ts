import type { SourcePlace } from "../fold/trace.ts";
import { columnOfByte } from "./columns.ts";
import { moduleName } from "./guest.ts";
import { linesOf, placeAt } from "./lines.ts";
import { strip } from "./strip.ts";

const frameOfModule = new RegExp(`${moduleName.replace(".", "\\.")}:(\\d+):(\\d+)`, "g");

/** The topmost place of the learner's own code in an engine's stack trace; undefined when there is none. */
export function placeInStack(stack: string, source: string): SourcePlace | undefined {
  const lines = linesOf(source);
  for (const [, line, column] of stack.matchAll(frameOfModule)) {
    const text = lines[Number(line) - 1];
    if (text !== undefined)
      return placeAt(source, Number(line), characterAt(source, Number(line), Number(column)));
  }
  return undefined;
}

/** The engine saw the stripped line, in which letters of types are spaces. Only others than ASCII make a difference. */
function characterAt(source: string, line: number, byteColumn: number): number {
  const text = linesOf(source)[line - 1] ?? "";
  if (/^[\0-\x7F]*$/.test(text)) return byteColumn;
  const stripped = strip(source);
  return columnOfByte(("code" in stripped && linesOf(stripped.code)[line - 1]) || text, byteColumn);
}

/** The built-in that was at work when an error was thrown, such as `push`; empty where the learner's own code was. */
export function builtInOf(stack: string): string {
  return /^\s*at (\S+) \(native\)/m.exec(stack.split(moduleName)[0] ?? "")?.[1] ?? "";
}
