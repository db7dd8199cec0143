import type { SourcePlace } from "../fold/trace.ts";
import { columnOfByte } from "./columns.ts";
import { moduleName } from "./guest.ts";
import { linesOf, placeAt, placeAtIndex } from "./lines.ts";
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

/** Where a function or a variable of the module is declared; undefined where it is not, or where two places fit. */
export function declarationOf(name: string, source: string): SourcePlace | undefined {
  const index = declarationIndex(name, source);
  return index === undefined ? undefined : placeAtIndex(source, index);
}

/** The same as an index into the source. */
export function declarationIndex(name: string, source: string): number | undefined {
  if (!/^[\w$]+$/.test(name)) return undefined;
  const named = name.replaceAll("$", "\\$");
  const declared = new RegExp(
    `^[ \\t]*(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?(?:(?:function\\s*\\*?|const|let|var|class)\\s+${named}(?![\\w$])|${named}\\s*\\([^()]*\\)[^\\n;]*\\{)`,
    "gm",
  );
  const found = [...source.matchAll(declared)];
  if (found.length !== 1 || !found[0]) return undefined;
  return found[0].index + (found[0][0].search(/\S/) || 0);
}

/** The only match of a pattern in the source; undefined where there is none or more than one. */
export function onlyPlaceOf(pattern: RegExp, source: string): SourcePlace | undefined {
  const found = [...source.matchAll(pattern)];
  return found.length === 1 && found[0] ? placeAtIndex(source, found[0].index) : undefined;
}
