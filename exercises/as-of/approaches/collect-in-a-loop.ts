// Collects the events that count in a loop.
export function asOfOffset(events: CartEvent[], offset: number): Lines {
  return upTo(events, offset, ({ position }) => position.offset);
}

export function asOfKnownAt(events: CartEvent[], time: number): Lines {
  return upTo(events, time, ({ timestamp }) => timestamp);
}

export function asOfTrueAt(events: CartEvent[], time: number): Lines {
  return upTo(events, time, ({ occurredAt }) => Date.parse(occurredAt));
}

function upTo(events: CartEvent[], last: number, of: (metadata: CartEvent["metadata"]) => number): Lines {
  const counting: CartEvent[] = [];
  for (const event of events) if (of(event.metadata) <= last) counting.push(event);
  return fold(counting);
}

// solution: answers, Lines, fold
