// Reads a sale of version 2 as an old one.
// Reads an event of any age as the current version of it.
export function upcast(event: StoredEvent): TicketEvent {
  if (event.type !== "TicketsSold") return event;
  const { count, euros = 0 } = event.data as { count: number; euros?: number };
  return {
    type: "TicketsSold",
    data: { count, cents: Math.round(euros * 100) },
    metadata: { ...event.metadata, version: 2 },
  };
}
