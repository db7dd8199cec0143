// Writes into the evening it was given.
// solution: Evening, initialState

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
