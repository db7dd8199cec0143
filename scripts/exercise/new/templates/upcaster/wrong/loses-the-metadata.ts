// Makes new metadata, without the id and the time of the event.
// Reads an event of any age as the current version of it.
export function upcast(event: StoredEvent) {
  if (!("euros" in event.data)) return event as TicketEvent;
  const { count, euros } = event.data;
  return {
    type: "TicketsSold",
    data: { count, cents: Math.round(euros * 100) },
    metadata: { version: 2 },
  };
}
