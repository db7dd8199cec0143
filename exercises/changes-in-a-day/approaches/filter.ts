// Filters the events and takes the length.
export function changesInLastDay(events: CustomerEvent[]): number {
  const from = timeOf(events.at(-1)) - 24 * 3600 * 1000;
  return events.filter((event) => event.type === "EmailChanged" && timeOf(event) >= from).length;
}

function timeOf(event: CustomerEvent | undefined): number {
  return new Date(event?.metadata.occurredAt ?? "").getTime();
}
