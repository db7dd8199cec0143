// 1. The cart after the record at this offset. Kafka may have deleted earlier records, so an offset is no place in a list.
export function asOfOffset(events: CartEvent[], offset: number): Lines {
  // starter: return fold(events);
  return fold(events.filter((event) => event.metadata.position.offset <= offset));
  // end starter
}

// 2. The cart as the shop knew it at this time, in milliseconds since 1970: from what Kafka had by then.
export function asOfKnownAt(events: CartEvent[], time: number): Lines {
  // starter: return fold(events);
  return fold(events.filter((event) => event.metadata.timestamp <= time));
  // end starter
}

// 3. The cart as it really was at this time, as far as the whole log knows: from what had happened by then.
export function asOfTrueAt(events: CartEvent[], time: number): Lines {
  // starter: return fold(events);
  return fold(events.filter((event) => Date.parse(event.metadata.occurredAt) <= time));
  // end starter
}

// Given. Asks your functions at every offset, and at every time that a record names.
export function answers(events: CartEvent[]) {
  const happened = events.map(({ metadata }) => Date.parse(metadata.occurredAt));
  const recorded = events.map(({ metadata }) => metadata.timestamp);
  const times = new Set([...happened, ...recorded]);
  const at = (ask: (events: CartEvent[], time: number) => Lines) =>
    Object.fromEntries([...times].map((time) => [new Date(time).toISOString(), ask(events, time)]));
  const offsets = events.map(({ metadata }) => metadata.position.offset);
  return {
    asOfOffset: Object.fromEntries(offsets.map((offset) => [offset, asOfOffset(events, offset)])),
    asOfKnownAt: at(asOfKnownAt),
    asOfTrueAt: at(asOfTrueAt),
  };
}

type Lines = Record<string, number>;

// Given. The sums of what these events add and take out. Their order does not matter here.
function fold(events: CartEvent[]): Lines {
  const lines: Lines = {};
  for (const event of events) {
    if (event.type !== "ItemAdded" && event.type !== "ItemRemoved") continue;
    const { sku, qty } = event.data;
    lines[sku] = (lines[sku] ?? 0) + (event.type === "ItemAdded" ? qty : -qty);
    if (lines[sku] === 0) delete lines[sku];
  }
  return lines;
}
