// Copies the evening, then changes the copy.
// solution: Evening, initialState

export function evolve(evening: Evening, event: TicketEvent): Evening {
  const next = { ...evening };
  if (event.type === "TicketsSold") {
    next.sold += event.data.count;
    next.takings += event.data.count * event.data.cents;
  }
  if (event.type === "TicketsReturned") {
    next.sold -= event.data.count;
    next.takings -= event.data.count * event.data.cents;
  }
  return next;
}
