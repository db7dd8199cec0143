import type { RawRecord } from "../fold/event.ts";
import { headerPairs } from "../fold/record-headers-and-sizes.ts";
import { CommandError } from "./command-error.ts";

/** The properties of the console consumer's formatter. */
export const formatterProperties = [
  "print.timestamp",
  "print.partition",
  "print.offset",
  "print.headers",
  "print.key",
  "print.value",
  "key.separator",
  "headers.separator",
  "null.literal",
] as const;

/** How the console consumer writes a record: its default formatter, in its order. Throws `Stop` for other properties. */
export function recordFormatter(properties: Map<string, string>): (record: RawRecord) => string {
  for (const name of properties.keys()) {
    if (!(formatterProperties as readonly string[]).includes(name)) {
      throw new CommandError(
        `The property ${name} is not known here. Known properties: ${formatterProperties.join(", ")}.`,
      );
    }
  }
  const on = (name: string, otherwise = false) => {
    const value = properties.get(name);
    return value === undefined ? otherwise : value.trim().toLowerCase() === "true";
  };
  const separator = properties.get("key.separator") ?? "\t";
  const nothing = properties.get("null.literal") ?? "null";
  const headersOf = (record: RawRecord) => {
    const pairs = headerPairs(record).map(([name, value]) => `${name}:${value ?? nothing}`);
    return pairs.length === 0 ? "NO_HEADERS" : pairs.join(properties.get("headers.separator") ?? ",");
  };
  return (record) => {
    const { position, timestamp, key, value } = record;
    return [
      ...(on("print.timestamp") ? [timestamp < 0 ? "NO_TIMESTAMP" : `CreateTime:${timestamp}`] : []),
      ...(on("print.partition") ? [`Partition:${position.partition}`] : []),
      ...(on("print.offset") ? [`Offset:${position.offset}`] : []),
      ...(on("print.headers") ? [headersOf(record)] : []),
      ...(on("print.key") ? [key ?? nothing] : []),
      ...(on("print.value", true) ? [value ?? nothing] : []),
    ].join(separator);
  };
}
