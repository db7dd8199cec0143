// Copies the view, then changes the copy.
type Seats = Record<string, number>;

export const seats = {
  initialView: (): Seats => ({}),
  project(view: Seats, event: TicketEvent): Seats {
    const next = { ...view };
    if (event.type === "TicketsSold") {
      const { showing, count } = event.data;
      next[showing] = (next[showing] ?? 0) + count;
    }
    if (event.type === "TicketsReturned") {
      const { showing, count } = event.data;
      next[showing] -= count;
      if (next[showing] <= 0) delete next[showing];
    }
    return next;
  },
};

export const takings = {
  initialView: () => 0,
  project(view: number, event: TicketEvent): number {
    const { count, cents } = event.data;
    if (event.type === "TicketsSold") return view + count * cents;
    return event.type === "TicketsReturned" ? view - count * cents : view;
  },
};
