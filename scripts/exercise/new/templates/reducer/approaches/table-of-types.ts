// A table says for each event type in which direction it counts.
type Evening = { sold: number; takings: number };

const direction: Record<string, number> = { TicketsSold: 1, TicketsReturned: -1 };

// solution: initialState

export function evolve(evening: Evening, event: TicketEvent): Evening {
  const sign = direction[event.type];
  if (sign === undefined) return evening;
  const { count, cents } = event.data;
  return { sold: evening.sold + sign * count, takings: evening.takings + sign * count * cents };
}
