/** The records of a text, each with its fields, as RFC 4180 says. Throws where a line is not as it says. */
export function recordsOf(text: string): string[][] {
  const records: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"';
    const [whole = "", inside = ""] = (quoted ? quotedField : plainField).exec(text.slice(at)) ?? [];
    if (quoted && whole === "") throw new Error(`A quote is not closed: ${text.slice(at)}`);
    records.at(-1)?.push(quoted ? inside.replaceAll('""', '"') : whole);
    at += whole.length;
    if (text.startsWith("\r\n", at)) {
      records.push([]);
      at += 2;
    } else if (text[at] === "," || at === text.length) at += 1;
    else throw new Error(`A field ends with neither comma nor line: ${text.slice(at)}`);
  }
  return records;
}

const quotedField = /^"((?:[^"]|"")*)"/;
const plainField = /^[^",\r\n]*/;
