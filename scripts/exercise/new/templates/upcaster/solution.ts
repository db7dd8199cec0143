// Reads an event of any age as the current version of it.
export function upcast(event: StoredEvent): TicketEvent {
  // starter: // A sale of version 1 has euros. Answer with the same sale in version 2.
  // starter: return event as TicketEvent;
  if (!("euros" in event.data)) return event as TicketEvent;
  const { count, euros } = event.data;
  return {
    type: "TicketsSold",
    data: { count, cents: Math.round(euros * 100) },
    metadata: { ...event.metadata, version: 2 },
  };
  // end starter
}
