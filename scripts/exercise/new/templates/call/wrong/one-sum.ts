// Answers with one number for all days.
export function ticketsByDay(events: readonly TicketEvent[]): number {
  let sum = 0;
  for (const event of events) {
    if (event.type === "TicketsSold") sum += event.data.count;
    if (event.type === "TicketsReturned") sum -= event.data.count;
  }
  return sum;
}
