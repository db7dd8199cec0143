// Treats every event of version 1 as a sale.
// Reads an event of any age as the current version of it.
export function upcast(event: StoredEvent): TicketEvent {
  if (event.metadata.version > 1) return event as TicketEvent;
  const { count, euros } = event.data as { count: number; euros: number };
  return {
    type: "TicketsSold",
    data: { count, cents: Math.round((euros ?? 0) * 100) },
    metadata: { ...event.metadata, version: 2 },
  };
}
