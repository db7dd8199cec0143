import { type CleanUp, logOnDay } from "../../../engine/labs/retention-and-compaction/log-over-days.ts";

/** One change of the stock each day, from Sunday 1 March 2026 on. */
export interface StockChanged {
  item: string;
  change: number;
}

export const items = ["hats", "pants", "socks"] as const;
const deliveries = [40, 60, 80];
export const lastDay = 28;

/** Three deliveries, then sales only: an item each day. */
export function changeOfDay(day: number): StockChanged {
  return { item: items[day % items.length] ?? "", change: deliveries[day] ?? -(1 + (day % 4)) };
}

/** Pieces by item, folded from these days' records. */
export function stockOf(days: number[]): Record<string, number> {
  const stock: Record<string, number> = { hats: 0, pants: 0, socks: 0 };
  for (const day of days) {
    const { item, change } = changeOfDay(day);
    stock[item] = (stock[item] ?? 0) + change;
  }
  return stock;
}

export const recordsOn = (today: number, cleanUp: CleanUp) => logOnDay(today, cleanUp, items);

/** The days whose records a new reader gets. */
export const heldDays = (today: number, cleanUp: CleanUp) =>
  recordsOn(today, cleanUp)
    .filter(({ held }) => held)
    .map(({ day }) => day);

/** "Sun 1 March" */
export function dateOf(day: number): string {
  const weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][day % 7];
  return `${weekday} ${day + 1} March`;
}
