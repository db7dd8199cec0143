/** Sanjana's cart as it is in `course.phone-carts`, key cart-5: each record with both of its times. */
export interface PhoneRecord {
  offset: number;
  type: "CartOpened" | "ItemAdded" | "ItemRemoved" | "CheckedOut";
  data: { sku?: string; qty?: number };
  /** When it happened, and when Kafka got the record: minutes after midnight. */
  happened: number;
  recorded: number;
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const lines: [type: PhoneRecord["type"], happened: string, sku?: string, qty?: number, recorded?: string][] =
  [
    ["CartOpened", "17:40"],
    ["ItemAdded", "17:42", "pants", 1],
    ["ItemAdded", "17:45", "t-shirt", 2],
    ["ItemRemoved", "18:05", "pants", 1],
    ["ItemAdded", "17:50", "hat", 1, "18:20"],
    ["CheckedOut", "18:30"],
  ];

export const phoneLog: PhoneRecord[] = lines.map(([type, happened, sku, qty, recorded], offset) => ({
  offset,
  type,
  data: sku === undefined || qty === undefined ? {} : { sku, qty },
  happened: minutes(happened),
  recorded: minutes(recorded ?? happened),
}));

/** "17:50". */
export function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

/** "hat +1"; the type where there is no item. */
export function wordsOf({ type, data }: PhoneRecord): string {
  return data.sku === undefined ? type : `${data.sku} ${type === "ItemAdded" ? "+" : "−"}${data.qty}`;
}
