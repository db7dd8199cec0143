import type { RawRecord } from "../../fold/event.ts";
import { headerPairs, keyBytes, valueBytes } from "../../fold/record-headers-and-sizes.ts";
import { CommandError } from "../command-error.ts";
import type { Flags } from "../read-flags.ts";
import { delimiterText, withEscapes } from "./escapes.ts";

/** What kcat says of a topic in each record's JSON. */
export interface RecordSource {
  /** A broker's id for each partition. */
  leaders: number[];
  /** Whether brokers set the time of a record, not producers. */
  logAppendTime: boolean;
}

/** What each letter after a percent sign prints. `nothing` is printed for a key or value that is empty or null. */
const parts: Record<string, (record: RawRecord, nothing: string) => string> = {
  s: ({ value }, nothing) => value || nothing,
  S: (record) => String(valueBytes(record)),
  R: (record) => bigEndian(valueBytes(record)),
  k: ({ key }, nothing) => key || nothing,
  K: (record) => String(keyBytes(record)),
  t: ({ position }) => position.topic,
  p: ({ position }) => String(position.partition),
  o: ({ position }) => String(position.offset),
  T: ({ timestamp }) => String(timestamp),
  h: (record) =>
    headerPairs(record)
      .map(([name, value]) => `${name}=${value ?? "NULL"}`)
      .join(","),
  "%": () => "%",
};

/** How `kcat -C` prints a record: by `-f`, or `-K` and `-D`. One end of a line is the screen's own. */
export function recordPrinter(flags: Flags): (record: RawRecord) => string {
  const format = flags.value("-f");
  const nothing = flags.has("-Z") ? "NULL" : "";
  const end = endOf(flags);
  if (format !== undefined) return byFormat(format, nothing);
  const key = flags.value("-K");
  return (record) =>
    [
      ...(key === undefined ? [] : [`${record.key || nothing}${withEscapes(delimiterText(key))}`]),
      record.value || nothing,
      end,
    ].join("");
}

/** How `kcat -C -J` prints a record. */
export function jsonPrinter(flags: Flags, source: RecordSource): (record: RawRecord) => string {
  const end = endOf(flags);
  return (record) => asJson(record, source) + end;
}

/** The text after each record. kcat puts the delimiter into its format, which reads its escapes once more. */
function endOf(flags: Flags): string {
  return withEscapes(delimiterText(flags.value("-D") ?? "\n")).replace(/\n$/, "");
}

/** Throws `Stop` for a letter that means nothing. */
export function byFormat(format: string, nothing = ""): (record: RawRecord) => string {
  const pieces = format.match(/%.?|[^%]+/gsu) ?? [];
  const made = pieces.map((piece) => {
    if (piece.startsWith("%")) {
      const part = Object.hasOwn(parts, piece.slice(1)) ? parts[piece.slice(1)] : undefined;
      if (!part) {
        throw new CommandError(
          `Unsupported formatter: ${piece}. There are ${Object.keys(parts)
            .map((letter) => `%${letter}`)
            .join(" ")}.`,
        );
      }
      return part;
    }
    const text = withEscapes(piece);
    return () => text;
  });
  return (record) =>
    made
      .map((part) => part(record, nothing))
      .join("")
      .replace(/\n$/, "");
}

/** A whole number in four bytes, as a terminal shows them. */
function bigEndian(number: number): string {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setInt32(0, number);
  return new TextDecoder().decode(bytes);
}

function asJson(record: RawRecord, { leaders, logAppendTime }: RecordSource): string {
  const { position, timestamp, key, value } = record;
  const headers = headerPairs(record);
  return JSON.stringify({
    topic: position.topic,
    partition: position.partition,
    offset: position.offset,
    ...(timestamp >= 0 && { tstype: logAppendTime ? "logappend" : "create", ts: timestamp }),
    broker: leaders[position.partition] ?? -1,
    ...(headers.length > 0 && { headers: headers.flat() }),
    key,
    payload: value,
  });
}
