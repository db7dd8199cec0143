// Lets no day go below zero.
export function ticketsByDay(events: readonly TicketEvent[]): Record<string, number> {
  const byDay: Record<string, number> = {};
  for (const event of events) {
    const day = event.metadata.occurredAt.slice(0, 10);
    const before = byDay[day] ?? 0;
    if (event.type === "TicketsSold") byDay[day] = before + event.data.count;
    if (event.type === "TicketsReturned") byDay[day] = Math.max(0, before - event.data.count);
  }
  return byDay;
}
