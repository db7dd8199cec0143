import type { SourcePlace } from "../fold/trace.ts";

/** How many characters of a line a frame shows. */
const frameCharacters = 160;

/** The lines of a source as an editor counts them: ended by LF, CRLF or CR alone, a byte order mark in front not counted. */
export function linesOf(source: string): string[] {
  return source.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}

/** Line and column (from 1, in UTF-16 units) with that line of the source and a caret below the column. */
export function placeAt(source: string, line: number, column: number): SourcePlace {
  const text = linesOf(source)[line - 1] ?? "";
  const at = Math.max(0, Math.min(column - 1, text.length));
  const from = Math.max(0, at - frameCharacters / 2);
  const shown = text.slice(from, from + frameCharacters);
  // A tab above stays a tab below, so that the caret is in the right column however wide tabs are.
  const below = shown.slice(0, at - from).replace(/[^\t]/g, " ");
  return { line, column: at + 1, frame: `${shown}\n${below}^` };
}

/** The place of a character of the source, by its index. */
export function placeAtIndex(source: string, index: number): SourcePlace {
  const before = linesOf(source.slice(0, index));
  return placeAt(source, before.length, (before.at(-1) ?? "").length + 1);
}

/** The index of the character at a line and a column of the source. */
export function indexOfPlace(source: string, line: number, column: number): number {
  const mark = source.startsWith("\uFEFF") ? 1 : 0;
  const ends = [...source.slice(mark).matchAll(/\r\n|\n|\r/g)];
  const begin = line < 2 ? 0 : (ends[line - 2]?.index ?? 0) + (ends[line - 2]?.[0].length ?? 0);
  return mark + begin + column - 1;
}
