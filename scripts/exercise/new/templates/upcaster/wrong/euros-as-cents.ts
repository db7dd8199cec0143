// Renames the field and leaves the number as it was.
// Reads an event of any age as the current version of it.
export function upcast(event: StoredEvent): TicketEvent {
  if (!("euros" in event.data)) return event as TicketEvent;
  const { count, euros } = event.data;
  return {
    type: "TicketsSold",
    data: { count, cents: euros },
    metadata: { ...event.metadata, version: 2 },
  };
}
