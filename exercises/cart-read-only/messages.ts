import type { Json } from "../../engine/fold/json.ts";
import { formatNumber } from "../../engine/grading/message-parts.ts";

const names = new Map<string, [one: string, more: string]>([
  ["pants", ["pair of pants", "pairs of pants"]],
  ["socks", ["pair of socks", "pairs of socks"]],
  ["t-shirt", ["t-shirt", "t-shirts"]],
  ["hat", ["hat", "hats"]],
  ["scarf", ["scarf", "scarves"]],
]);
const counted = ["no", "one", "two", "three", "four", "five", "six"];

/** The name of a thing after a number: "t-shirt" after 1, else "t-shirts". An unknown sku stays as it is. */
export function itemName(sku: string, qty: Json | undefined): string {
  const [one, more] = names.get(sku) ?? [sku, sku];
  return qty === 1 ? one : more;
}

/** "one pair of pants": what happened, as people say it. */
export function countInWords(sku: string, qty: number): string {
  return `${counted[qty] ?? formatNumber(qty)} ${itemName(sku, qty)}`;
}

/** "1 t-shirt", "−1 t-shirts", "no t-shirts": what a cart shows. */
export function countInFigures(sku: string, qty: Json | undefined): string {
  return `${qty === undefined ? "no" : formatNumber(qty)} ${itemName(sku, qty)}`;
}
