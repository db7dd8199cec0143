const encoder = new TextEncoder();
const decoder = new TextDecoder();

const letters: Record<string, string> = { n: "\n", t: "\t", r: "\r" };

/**
 * What `-f` means by a backslash: `\n`, `\t`, `\r`, `\x41` or `\65` for a byte, and any other character for itself. As
 * kcat 1.7.1 reads it, what follows `\x` begins with a decimal digit, and a byte 0 ends the text.
 */
export function withEscapes(text: string): string {
  const replaced = replaceEscapes(
    text,
    /\\x(\d[0-9a-f]*)|\\(\d+)|\\x?(.)/gis,
    ([, hex, number, letter = ""]) => {
      if (hex !== undefined) return Number.parseInt(hex, 16);
      // As in C: a number that begins with 0 is octal.
      if (number !== undefined) return Number.parseInt(number, number.startsWith("0") ? 8 : 10);
      return letters[letter] ?? letter;
    },
  );
  return replaced.split("\0", 1)[0] ?? "";
}

/** What `-D` and `-K` mean by a backslash: `\n`, `\t`, `\r` and `\x41`. */
export function delimiterText(text: string): string {
  return replaceEscapes(text, /\\x([0-9a-f]+)|\\([nrt])/gi, ([, hex, letter = ""]) =>
    hex === undefined ? (letters[letter] ?? "") : Number.parseInt(hex, 16),
  );
}

/** Replaces by text or by one byte; bytes in a row may be one character. */
function replaceEscapes(
  text: string,
  pattern: RegExp,
  meaning: (match: RegExpExecArray) => string | number,
): string {
  const bytes: number[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    bytes.push(...encoder.encode(text.slice(at, match.index)));
    const found = meaning(match);
    bytes.push(...(typeof found === "number" ? [found & 0xff] : encoder.encode(found)));
    at = match.index + match[0].length;
  }
  bytes.push(...encoder.encode(text.slice(at)));
  return decoder.decode(Uint8Array.from(bytes));
}
