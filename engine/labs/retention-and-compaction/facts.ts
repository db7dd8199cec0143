import { isObject } from "../../fold/json.ts";
import type { ShownRecord } from "../topics/topic-events.ts";

/** What the records of the two topics say: the whole new value of their key, or only a change of it. */
export const contents = ["whole values", "changes"] as const;
export type Contents = (typeof contents)[number];

export const targets = ["log", "pair"] as const;
/** The topic whose start vanishes, or the two that get the same records and of which one is compacted. */
export type Target = (typeof targets)[number];

export const roles = ["events", "state"] as const;
/** What a topic is for: the events of which everything else is folded, or the last state of each key. */
export type Role = (typeof roles)[number];

/** The keys of the two topics. */
export const items = ["hat", "pants", "socks"] as const;
export type Item = (typeof items)[number];

/** An event with its key. */
export interface KeyedEvent {
  key: string;
  /** Null is a tombstone. */
  event: { type: string; data: { n: number; amount: number } } | null;
}

/** The `n`-th event of the stream into the log: money into and out of one account. */
export function accountEvent(n: number): KeyedEvent {
  const taken = n % 4 === 3;
  const amount = taken ? 15 : 10 + ((n * 7) % 20);
  return { key: "account-1", event: { type: taken ? "MoneyTaken" : "MoneyPaidIn", data: { n, amount } } };
}

/** The `n`-th event of the stream into both topics. One in nine is a tombstone, where values are whole. */
export function itemEvent(contents: Contents, n: number): KeyedEvent {
  const key = items[n % items.length] as Item;
  if (contents === "whole values" && n % 9 === 8) return { key, event: null };
  return itemEventOf(contents, key, contents === "changes" ? 1 + (n % 4) : 20 + ((n * 7) % 30), n);
}

/** What an item's new value, or the change of it, is as an event. */
export function itemEventOf(contents: Contents, key: Item, amount: number | null, n: number): KeyedEvent {
  if (amount === null) return { key, event: null };
  return { key, event: { type: contents === "changes" ? "StockChanged" : "PriceSet", data: { n, amount } } };
}

/** The account's balance, folded from these records. */
export function balanceOf(records: ShownRecord[]): number {
  return records.reduce((balance, { type, data }) => {
    const amount = amountOf(data);
    if (type === "MoneyPaidIn") return balance + amount;
    return type === "MoneyTaken" ? balance - amount : balance;
  }, 0);
}

/** The price or the stock of each item, folded from these records; a tombstone takes its item away. */
export function tableOf(records: ShownRecord[]): Record<string, number> {
  const table: Record<string, number> = {};
  for (const { key, type, data } of records) {
    if (key === null) continue;
    if (type === null) delete table[key];
    else if (type === "PriceSet") table[key] = amountOf(data);
    else if (type === "StockChanged") table[key] = (table[key] ?? 0) + amountOf(data);
  }
  return table;
}

function amountOf(data: ShownRecord["data"]): number {
  return isObject(data) && typeof data.amount === "number" ? data.amount : 0;
}
