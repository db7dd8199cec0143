import type { ExactParts, RawRecord } from "../../engine/fold/event.ts";

/** The parts of a record as a client of Kafka decodes them. */
interface RecordBytes {
  key: Buffer | null;
  value: Buffer | null;
  headers: Iterable<[name: Buffer | string | null, value: Buffer | string | null]>;
}

/** The parts of a record as text, with what the text cannot say. */
export function recordText({
  key,
  value,
  headers,
}: RecordBytes): Pick<RawRecord, "key" | "headers" | "value" | "exact"> {
  const pairs = [...headers].map(
    ([name, value]): [string, string | null] =>
      [name?.toString() ?? "", value?.toString() ?? null] as [string, string | null],
  );
  // Through entries, so that a header named __proto__ is only a header.
  const named = pairs.length === 0 ? {} : Object.fromEntries(pairs.map(([name, text]) => [name, text ?? ""]));
  const [keyText, valueText] = [key?.toString() ?? null, value?.toString() ?? null];
  const exact: ExactParts = {
    ...((Object.keys(named).length < pairs.length || pairs.some(([, text]) => text === null)) && {
      headers: pairs,
    }),
    ...(differs(key, keyText) && { keyBytes: key?.length }),
    ...(differs(value, valueText) && { valueBytes: value?.length }),
  };
  return {
    key: keyText,
    headers: named,
    value: valueText,
    ...(Object.keys(exact).length > 0 && { exact }),
  };
}

/** Whether the bytes are more or fewer than the text's: they are not valid UTF-8 then. */
function differs(bytes: Buffer | null, text: string | null): boolean {
  return bytes !== null && text !== null && Buffer.byteLength(text) !== bytes.length;
}
