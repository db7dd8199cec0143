// From its first addition to its checkout, how many minutes does a cart take? The median of all carts that were checked out.
export function medianMinutes(events: ShopEvent[]): number | null {
  // starter: // minutesOf(event) gives the time of an event, in minutes. Without a checked-out cart, the answer is null.
  // starter: return null;
  const firstAdded: Record<string, number> = {};
  const minutes: number[] = [];
  for (const event of events) {
    if (event.type === "ItemAdded") firstAdded[event.data.cart] ??= minutesOf(event);
    if (event.type === "CheckedOut") minutes.push(minutesOf(event) - firstAdded[event.data.cart]);
  }
  if (minutes.length === 0) return null;
  minutes.sort((a, b) => a - b);
  const middle = Math.floor(minutes.length / 2);
  return minutes.length % 2 === 1 ? minutes[middle] : (minutes[middle - 1] + minutes[middle]) / 2;
  // end starter
}

// Given: when an event occurred, in whole minutes since 1970.
function minutesOf(event: ShopEvent): number {
  return Date.parse(event.metadata.occurredAt) / 60_000;
}
