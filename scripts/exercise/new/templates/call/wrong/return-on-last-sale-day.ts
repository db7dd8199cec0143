// Takes a return off the last day on which something was sold.
export function ticketsByDay(events: readonly TicketEvent[]): Record<string, number> {
  const byDay: Record<string, number> = {};
  let day = "";
  for (const event of events) {
    if (event.type === "TicketsSold") {
      day = event.metadata.occurredAt.slice(0, 10);
      byDay[day] = (byDay[day] ?? 0) + event.data.count;
    }
    if (event.type === "TicketsReturned") byDay[day] = (byDay[day] ?? 0) - event.data.count;
  }
  return byDay;
}
