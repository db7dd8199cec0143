// Counts records where tickets are to be counted.
export function ticketsByDay(events: readonly TicketEvent[]): Record<string, number> {
  const byDay: Record<string, number> = {};
  for (const event of events) {
    const day = event.metadata.occurredAt.slice(0, 10);
    const before = byDay[day] ?? 0;
    if (event.type === "TicketsSold") byDay[day] = before + 1;
    if (event.type === "TicketsReturned") byDay[day] = before - 1;
  }
  return byDay;
}
