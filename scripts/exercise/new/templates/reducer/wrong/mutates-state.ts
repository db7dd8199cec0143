// Writes into the evening it was given.
type Evening = { sold: number; takings: number };

export function initialState(): Evening {
  return { sold: 0, takings: 0 };
}

export function evolve(evening: Evening, event: TicketEvent): Evening {
  switch (event.type) {
    case "TicketsSold":
      evening.sold += event.data.count;
      evening.takings += event.data.count * event.data.cents;
      return evening;
    case "TicketsReturned":
      evening.sold -= event.data.count;
      evening.takings -= event.data.count * event.data.cents;
      return evening;
    default:
      return evening;
  }
}
