// Asks the version, and copies the event before it changes the copy.
export function upcast(event: StoredEvent): TicketEvent {
  const { type, metadata } = event;
  const isOld = type === "TicketsSold" && metadata.version === 1;
  if (!isOld) return event as TicketEvent;
  const { count, euros } = (event as OldSale).data;
  const cents = Number((euros * 100).toFixed(0));
  return { type, data: { count, cents }, metadata: { ...metadata, version: 2 } };
}
