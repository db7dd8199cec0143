const day = 24 * 60 * 60 * 1000; // in milliseconds

// How often was the address changed in the 24 hours that end with the newest record?
export function changesInLastDay(events: CustomerEvent[]): number {
  const newest = events[events.length - 1];
  let changes = 0;
  for (const event of events) {
    // starter: // Does this event count?
    if (event.type === "EmailChanged" && timeOf(newest) - timeOf(event) <= day) {
      changes = changes + 1;
    }
    // end starter
  }
  return changes;
}

// Given. When an event happened, in milliseconds since 1970.
function timeOf(event: CustomerEvent): number {
  return Date.parse(event.metadata.occurredAt);
}
