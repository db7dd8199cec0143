import { type PhoneRecord, phoneLog } from "./phone-log.ts";

export type Lines = Record<string, number>;

/** The lines that these records add up to. */
export function foldLines(records: PhoneRecord[]): Lines {
  const lines: Lines = {};
  for (const { type, data } of records) {
    if (data.sku === undefined || data.qty === undefined) continue;
    const after = (lines[data.sku] ?? 0) + (type === "ItemAdded" ? data.qty : -data.qty);
    if (after === 0) delete lines[data.sku];
    else lines[data.sku] = after;
  }
  return lines;
}

/** What the shop knew at this minute: the records that Kafka had. */
export const knownAt = (minute: number) => phoneLog.filter(({ recorded }) => recorded <= minute);
/** What had happened at this minute, as far as the whole log knows. */
export const trueAt = (minute: number) => phoneLog.filter(({ happened }) => happened <= minute);

/** "t-shirt 2, hat 1"; "empty". */
export function linesInWords(records: PhoneRecord[]): string {
  const lines = Object.entries(foldLines(records)).map(([sku, qty]) => `${sku} ${qty}`);
  return lines.join(", ") || "empty";
}
