// Cuts off the fraction of a cent that 8.7 * 100 leaves.
// Reads an event of any age as the current version of it.
export function upcast(event: StoredEvent): TicketEvent {
  if (!("euros" in event.data)) return event as TicketEvent;
  const { count, euros } = event.data;
  return {
    type: "TicketsSold",
    data: { count, cents: Math.floor(euros * 100) },
    metadata: { ...event.metadata, version: 2 },
  };
}
