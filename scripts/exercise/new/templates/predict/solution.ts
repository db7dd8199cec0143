type Evening = { sold: number; takings: number };

export function initialState(): Evening {
  return { sold: 0, takings: 0 };
}

export function evolve(evening: Evening, event: TicketEvent): Evening {
  switch (event.type) {
    case "TicketsSold": {
      const { count, cents } = event.data;
      return { sold: evening.sold + count, takings: evening.takings + count * cents };
    }
    case "TicketsReturned": {
      const { count, cents } = event.data;
      return { sold: evening.sold - count, takings: evening.takings - count * cents };
    }
    default:
      return evening; // every other event: nothing changes
  }
}
