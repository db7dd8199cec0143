// Collects in a Map, and makes an object of it at the end.
export function ticketsByDay(events: readonly TicketEvent[]): Record<string, number> {
  const byDay = new Map<string, number>();
  const add = (day: string, count: number) => byDay.set(day, (byDay.get(day) ?? 0) + count);
  for (const { type, data, metadata } of events) {
    const [day = ""] = metadata.occurredAt.split("T");
    if (type === "TicketsSold") add(day, data.count);
    else if (type === "TicketsReturned") add(day, -data.count);
  }
  return Object.fromEntries(byDay);
}
