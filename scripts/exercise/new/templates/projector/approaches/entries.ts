// Works on the list of showings, and makes an object of it at the end.
type Seats = Record<string, number>;

export const seats = {
  initialView: (): Seats => ({}),
  project(view: Seats, event: TicketEvent): Seats {
    if (event.type !== "TicketsSold" && event.type !== "TicketsReturned") return view;
    const { showing, count } = event.data;
    const change = event.type === "TicketsSold" ? count : -count;
    const entries = new Map(Object.entries(view));
    entries.set(showing, (entries.get(showing) ?? 0) + change);
    return Object.fromEntries([...entries].filter(([, visitors]) => visitors > 0));
  },
};

const direction: Record<string, number> = { TicketsSold: 1, TicketsReturned: -1 };

export const takings = {
  initialView: () => 0,
  project(view: number, event: TicketEvent): number {
    const sign = direction[event.type];
    return sign === undefined ? view : view + sign * event.data.count * event.data.cents;
  },
};
