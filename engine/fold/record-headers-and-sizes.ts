import type { RawRecord } from "./event.ts";

/** All headers of a record in their order, with repeated names. */
export function headerPairs({
  headers,
  exact,
}: Pick<RawRecord, "headers" | "exact">): [name: string, value: string | null][] {
  return exact?.headers ?? Object.entries(headers);
}

/** How many bytes the key has at Kafka; -1 for null. */
export function keyBytes({ key, exact }: Pick<RawRecord, "key" | "exact">): number {
  return exact?.keyBytes ?? bytesOf(key);
}

/** How many bytes the value has at Kafka; -1 for null. */
export function valueBytes({ value, exact }: Pick<RawRecord, "value" | "exact">): number {
  return exact?.valueBytes ?? bytesOf(value);
}

const encoder = new TextEncoder();

function bytesOf(text: string | null): number {
  return text === null ? -1 : encoder.encode(text).length;
}
