// Goes backwards from the newest event and stops at the first one that is too old.
export function changesInLastDay(events: CustomerEvent[]): number {
  let changes = 0;
  for (const event of events.toReversed()) {
    const hours =
      (Date.parse(events.at(-1)!.metadata.occurredAt) - Date.parse(event.metadata.occurredAt)) / 3_600_000;
    if (hours > 24) break;
    if (event.type === "EmailChanged") changes += 1;
  }
  return changes;
}
