// Keeps a list of additions that may still be regretted, and searches it from the end.
type Hesitation = { cart: string; sku: string; seconds: number };
type Addition = { cart: string; sku: string; at: number };
type Report = { hesitations: Hesitation[]; open: Addition[] };

export const initialState = (): Report => ({ hesitations: [], open: [] });

export function evolve({ hesitations, open }: Report, { type, data, metadata }: VisitEvent): Report {
  if (type !== "ItemAdded" && type !== "ItemRemoved") return { hesitations, open };
  const [cart, sku, at] = [metadata.key, data.sku, Date.parse(metadata.occurredAt)];
  const others = open.filter((one) => one.cart !== cart || one.sku !== sku);
  if (type === "ItemAdded") return { hesitations, open: [...others, { cart, sku, at }] };
  const own = open.find((one) => one.cart === cart && one.sku === sku);
  const isShort = own !== undefined && at - own.at <= 60_000;
  const found = isShort ? [{ cart, sku, seconds: (at - own.at) / 1000 }] : [];
  return { hesitations: [...hesitations, ...found], open: others };
}
