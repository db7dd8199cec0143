// A table holds for each type and version how it is read as the next version.
const next: Record<string, (event: StoredEvent) => TicketEvent> = {
  "TicketsSold 1": (event) => {
    const { count, euros } = (event as OldSale).data;
    return {
      type: "TicketsSold",
      data: { count, cents: Math.round(100 * euros) },
      metadata: { ...event.metadata, version: 2 },
    };
  },
};

export function upcast(event: StoredEvent): TicketEvent {
  const step = next[`${event.type} ${event.metadata.version}`];
  return step ? step(event) : (event as TicketEvent);
}
