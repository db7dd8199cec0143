/** The engine counts columns in bytes of UTF-8, the stripper as wide as a terminal draws them. Both to UTF-16, from 1. */

const encoder = new TextEncoder();

/** Column of the character at a column counted in bytes. */
export function columnOfByte(line: string, byteColumn: number): number {
  return columnAt(line, byteColumn, (character) => encoder.encode(character).length);
}

/** Column of the character at a column counted in widths. */
export function columnOfWidth(line: string, widthColumn: number): number {
  return columnAt(line, widthColumn, (character) => character.length + widthOf(character) - 1);
}

function columnAt(line: string, wanted: number, size: (character: string) => number): number {
  let at = 1;
  let column = 1;
  for (const character of line) {
    if (at >= wanted) break;
    at += size(character);
    column += character.length;
  }
  return column + Math.max(0, wanted - at);
}

const nothing = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
const wide =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]$/u;

function widthOf(character: string): number {
  if (character === "\t") return 4;
  if (nothing.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
