import type { Position } from "../../../engine/fold/event.ts";
import { showHidden } from "../../../engine/fold/hidden-characters.ts";

/** Characters that take two cells of a terminal; those that combine take none. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many cells of a terminal a text takes. */
export function cellWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return cells;
}

/** Lines of whole words that fit into so many cells; a longer word stands alone. */
export function wrapLines(text: string, cells: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && cellWidth(`${last} ${word}`) <= cells)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Text of a record as it may be written to a terminal: what would steer the terminal is shown instead. */
export function escapeControlCharacters(text: string): string {
  return showHidden(
    text
      .replaceAll("\r\n", "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replaceAll(/[\x00-\x08\x0b-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      .replaceAll(/[\x7f-\x9f]/g, "\ufffd")
      .replaceAll("\n", "\r\n"),
  );
}

const scheme = "offset-zero:";

/** A text that leads to a record's card when it is clicked. */
export function linked(text: string, { topic, partition, offset }: Position): string {
  return `\x1b]8;;${scheme}${encodeURIComponent(topic)}/${partition}/${offset}\x07${text}\x1b]8;;\x07`;
}

/** The record that a link of `linked` leads to. */
export function linkedRecord(link: string): Position | null {
  const match = /^offset-zero:([^/]+)\/(\d+)\/(\d+)$/.exec(link);
  if (!match) return null;
  const [, topic = "", partition, offset] = match;
  return { topic: decodeURIComponent(topic), partition: Number(partition), offset: Number(offset) };
}
