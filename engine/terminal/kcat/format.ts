import type { RawRecord } from "../../fold/event.ts";
import type { Flags } from "../flags.ts";
import { Stop } from "../stop.ts";

const bytes = (text: string | null) => (text === null ? -1 : new TextEncoder().encode(text).length);

/** What each letter after a per cent sign stands for. */
const parts: Record<string, (record: RawRecord) => string> = {
  s: ({ value }) => value ?? "",
  S: ({ value }) => String(bytes(value)),
  k: ({ key }) => key ?? "",
  K: ({ key }) => String(bytes(key)),
  t: ({ position }) => position.topic,
  p: ({ position }) => String(position.partition),
  o: ({ position }) => String(position.offset),
  T: ({ timestamp }) => String(timestamp),
  h: ({ headers }) =>
    Object.entries(headers)
      .map(([name, value]) => `${name}=${value}`)
      .join(","),
  "%": () => "%",
};

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\\": "\\" };

/** How `kcat -C` prints a record: by `-f`, `-J`, or `-K` and `-D`. One end of a line is the screen's own. */
export function recordPrinter(flags: Flags): (record: RawRecord) => string {
  const format = flags.value("-f");
  if (flags.has("-J")) return asJson;
  if (format !== undefined) return byFormat(format);
  const delimiter = flags.value("-D");
  const key = flags.value("-K");
  const nothing = flags.has("-Z") ? "NULL" : "";
  return (record) =>
    [
      ...(key === undefined ? [] : [`${record.key ?? nothing}${withEscapes(key)}`]),
      record.value ?? nothing,
      ...(delimiter === undefined ? [] : [withEscapes(delimiter).replace(/\n$/, "")]),
    ].join("");
}

/** Throws `Stop` for a letter that means nothing. */
export function byFormat(format: string): (record: RawRecord) => string {
  const pieces = format.match(/%.?|\\.?|[^%\\]+/gsu) ?? [];
  const made = pieces.map((piece) => {
    if (piece.startsWith("%")) {
      const part = Object.hasOwn(parts, piece.slice(1)) ? parts[piece.slice(1)] : undefined;
      if (!part) {
        throw new Stop(
          `Unsupported formatter: ${piece}. There are ${Object.keys(parts)
            .map((letter) => `%${letter}`)
            .join(" ")}.`,
        );
      }
      return part;
    }
    const text = piece.startsWith("\\") ? withEscapes(piece) : piece;
    return () => text;
  });
  return (record) =>
    made
      .map((part) => part(record))
      .join("")
      .replace(/\n$/, "");
}

export function withEscapes(text: string): string {
  return text.replaceAll(/\\(.)/gs, (all, letter: string) => escapes[letter] ?? all);
}

function asJson({ position, timestamp, headers, key, value }: RawRecord): string {
  return JSON.stringify({
    ...{ topic: position.topic, partition: position.partition, offset: position.offset },
    ...{ tstype: "create", ts: timestamp },
    ...(Object.keys(headers).length > 0 && { headers: Object.entries(headers).flat() }),
    ...{ key, payload: value },
  });
}
