// Remembers the newest click on each item, an addition or not, and compares two neighbours.
type Click = { type: string; at: string };
type Report = {
  hesitations: { cart: string; sku: string; seconds: number }[];
  clicks: Record<string, Click>;
};

export function initialState(): Report {
  return { hesitations: [], clicks: {} };
}

export function evolve(before: Report, event: VisitEvent): Report {
  if (event.type !== "ItemAdded" && event.type !== "ItemRemoved") return before;
  const [cart, sku] = [event.metadata.key, event.data.sku];
  const report = { hesitations: [...before.hesitations], clicks: { ...before.clicks } };
  const last = before.clicks[cart + "/" + sku];
  report.clicks[cart + "/" + sku] = { type: event.type, at: event.metadata.occurredAt };
  if (event.type === "ItemAdded" || last?.type !== "ItemAdded") return report;
  const seconds = (Date.parse(event.metadata.occurredAt) - Date.parse(last.at)) / 1000;
  if (seconds <= 60) report.hesitations.push({ cart, sku, seconds });
  return report;
}
