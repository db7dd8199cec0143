import type { Json } from "../../engine/fold/json.ts";

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

/** A number with a real minus sign; anything else a learner may have put there, as JSON. */
export function formatNumber(qty: Json | undefined): string {
  if (qty === undefined) return "none";
  return typeof qty === "number" ? String(qty).replace("-", "−") : JSON.stringify(qty);
}

/** "a", "a and b", "a, b and c". */
export function joinWithAnd(items: (string | number)[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? String(last) : `${items.slice(0, -1).join(", ")} and ${last}`;
}
