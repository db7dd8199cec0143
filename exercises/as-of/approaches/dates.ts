// Leaves out what comes later, and compares Date objects.
export function asOfOffset(events: CartEvent[], offset: number): Lines {
  return fold(events.filter(({ metadata }) => !(metadata.position.offset > offset)));
}

export function asOfKnownAt(events: CartEvent[], time: number): Lines {
  return fold(events.filter(({ metadata }) => !(new Date(metadata.timestamp) > new Date(time))));
}

export function asOfTrueAt(events: CartEvent[], time: number): Lines {
  return fold(events.filter(({ metadata }) => !(new Date(metadata.occurredAt) > new Date(time))));
}

// solution: answers, Lines, fold
