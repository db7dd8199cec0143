import type { Json } from "../../engine/fold/json.ts";

const names = new Map<string, [one: string, more: string]>([
  ["pants", ["pair of pants", "pairs of pants"]],
  ["socks", ["pair of socks", "pairs of socks"]],
  ["t-shirt", ["t-shirt", "t-shirts"]],
  ["hat", ["hat", "hats"]],
  ["scarf", ["scarf", "scarves"]],
]);
const counted = ["no", "one", "two", "three", "four", "five", "six"];

/** The name of a thing after a number: "t-shirt" after 1, else "t-shirts". A sku nobody told us about stays as it is. */
export function named(sku: string, qty: Json | undefined): string {
  const [one, more] = names.get(sku) ?? [sku, sku];
  return qty === 1 ? one : more;
}

/** "one pair of pants": what happened, as people say it. */
export function inWords(sku: string, qty: number): string {
  return `${counted[qty] ?? figure(qty)} ${named(sku, qty)}`;
}

/** "1 t-shirt", "−1 t-shirts", "no t-shirts": what a cart shows. */
export function inFigures(sku: string, qty: Json | undefined): string {
  return `${qty === undefined ? "no" : figure(qty)} ${named(sku, qty)}`;
}

/** A number with a real minus sign; anything else a learner may have put there, as JSON. */
export function figure(qty: Json | undefined): string {
  if (qty === undefined) return "none";
  return typeof qty === "number" ? String(qty).replace("-", "−") : JSON.stringify(qty);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: (string | number)[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? String(last) : `${items.slice(0, -1).join(", ")} and ${last}`;
}
