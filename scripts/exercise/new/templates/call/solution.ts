export function ticketsByDay(events: readonly TicketEvent[]): Record<string, number> {
  const byDay: Record<string, number> = {};
  for (const event of events) {
    const day = event.metadata.occurredAt.slice(0, 10);
    const before = byDay[day] ?? 0;
    if (event.type === "TicketsSold") byDay[day] = before + event.data.count;
    // starter: // TicketsReturned: fewer tickets on the day of the return.
    if (event.type === "TicketsReturned") byDay[day] = before - event.data.count;
    // end starter
  }
  return byDay;
}
