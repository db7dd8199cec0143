/** A line that is being typed. `cursor` counts code units from its beginning. */
export interface EditedLine {
  text: string;
  cursor: number;
}

export const emptyLine: EditedLine = { text: "", cursor: 0 };

type Edit = (line: EditedLine) => EditedLine;

const insert =
  (typed: string): Edit =>
  ({ text, cursor }) => ({
    text: text.slice(0, cursor) + typed + text.slice(cursor),
    cursor: cursor + typed.length,
  });
const cut = (text: string, from: number, to: number): EditedLine => ({
  text: text.slice(0, from) + text.slice(to),
  cursor: from,
});
const before = ({ text, cursor }: EditedLine) =>
  cursor - (([...text.slice(0, cursor)].at(-1)?.length ?? 0) as number);
const after = ({ text, cursor }: EditedLine) => cursor + ([...text.slice(cursor)][0]?.length ?? 0);
const wordBefore = ({ text, cursor }: EditedLine) => text.slice(0, cursor).replace(/\S*\s*$/, "").length;
const wordAfter = ({ text, cursor }: EditedLine) =>
  cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
const to =
  (place: (line: EditedLine) => number): Edit =>
  (line) => ({ ...line, cursor: place(line) });

/** What terminals send for a key, and what it does to the line: as in Readline's own keys. */
const edits: Record<string, Edit> = {
  "\x7f": (line) => cut(line.text, before(line), line.cursor),
  "\b": (line) => cut(line.text, before(line), line.cursor),
  "\x1b[3~": (line) => cut(line.text, line.cursor, after(line)),
  "\x1b[D": to(before),
  "\x1b[C": to(after),
  "\x1b[1;5D": to(wordBefore),
  "\x1b[1;5C": to(wordAfter),
  "\x1bb": to(wordBefore),
  "\x1bf": to(wordAfter),
  "\x1b[H": to(() => 0),
  "\x01": to(() => 0),
  "\x1b[F": to(({ text }) => text.length),
  "\x05": to(({ text }) => text.length),
  "\x0b": ({ text, cursor }) => ({ text: text.slice(0, cursor), cursor }),
  "\x15": ({ text, cursor }) => cut(text, 0, cursor),
  "\x17": (line) => cut(line.text, wordBefore(line), line.cursor),
};

/** The line after a key, or null where the key is not one that edits. Other control characters are left out. */
export function editLine(line: EditedLine, key: string): EditedLine | null {
  const edit = Object.hasOwn(edits, key) ? edits[key] : undefined;
  if (edit) return edit(line);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\x00-\x1f\x7f]/.test(key) ? null : insert(key)(line);
}

/** Puts a completion in the place of the word that begins at `from`. A whole word is followed by a blank. */
export function completeLine(line: EditedLine, from: number, words: string[]): EditedLine {
  const [first = ""] = words;
  const same = words.reduce((start, word) => {
    let length = 0;
    while (length < start.length && start[length] === word[length]) length++;
    return start.slice(0, length);
  }, first);
  const whole = words.length === 1 && !first.endsWith("=") ? `${same} ` : same;
  if (words.length === 0 || (words.length > 1 && same.length <= line.cursor - from)) return line;
  return {
    text: line.text.slice(0, from) + whole + line.text.slice(line.cursor),
    cursor: from + whole.length,
  };
}
