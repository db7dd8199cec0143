import type { SourcePlace } from "../fold/trace.ts";
import { moduleName } from "./guest-handle.ts";
import { linesOf, placeAt, placeAtIndex } from "./line-and-column.ts";
import { stripTypes } from "./strip-types.ts";
import { columnOfByte } from "./utf16-columns.ts";

const frameOfModule = new RegExp(`${moduleName.replace(".", "\\.")}:(\\d+):(\\d+)`, "g");

/** The topmost place of the learner's own code in an engine's stack trace; undefined when there is none. */
export function findPlaceInStack(stack: string, source: string): SourcePlace | undefined {
  const begins = engineLines(source);
  const lines = linesOf(source);
  for (const [, line, column] of stack.matchAll(frameOfModule)) {
    if (begins) {
      const from = begins[Number(line) - 1];
      if (from === undefined) continue;
      const text = source.slice(from, begins[Number(line)]);
      return placeAtIndex(source, from + columnOfByte(text, Number(column)) - 1);
    }
    const text = lines[Number(line) - 1];
    if (text !== undefined)
      return placeAt(source, Number(line), characterAt(source, Number(line), Number(column)));
  }
  return undefined;
}

/** Comments and texts: in there the engine does not count U+2028 and U+2029 as ends of lines. Elsewhere it does. */
const uncounted =
  /\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*[\u2028\u2029]?|(["'`])(?:\\[\s\S]|(?!\1)[^\\])*\1/g;
const unusualEnd = /[\u2028\u2029]/g;

/** Where each line begins as the engine counts them; null where it counts them as an editor does. */
function engineLines(source: string): number[] | null {
  const counted = source.replace(uncounted, (text) => text.replace(unusualEnd, " "));
  if (counted.search(unusualEnd) < 0) return null;
  const ends = counted.matchAll(/\r\n|[\n\r\u2028\u2029]/g);
  return [0, ...Array.from(ends, ({ index, 0: end }) => index + end.length)];
}

/** The engine saw the stripped line, in which letters of types are spaces. Only others than ASCII make a difference. */
function characterAt(source: string, line: number, byteColumn: number): number {
  const text = linesOf(source)[line - 1] ?? "";
  if (/^[\0-\x7F]*$/.test(text)) return byteColumn;
  const stripped = stripTypes(source);
  return columnOfByte(("code" in stripped && linesOf(stripped.code)[line - 1]) || text, byteColumn);
}

/** The built-in that was at work when an error was thrown, such as `push`; empty where the learner's own code was. */
export function builtInOf(stack: string): string {
  return /^\s*at (\S+) \(native\)/m.exec(stack.split(moduleName)[0] ?? "")?.[1] ?? "";
}
