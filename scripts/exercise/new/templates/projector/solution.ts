// How many visitors does each showing have?
type Seats = Record<string, number>;

export const seats = {
  initialView: (): Seats => ({}),
  project(view: Seats, event: TicketEvent): Seats {
    switch (event.type) {
      case "TicketsSold": {
        const { showing, count } = event.data;
        return { ...view, [showing]: (view[showing] ?? 0) + count };
      }
      // starter: // TicketsReturned: fewer visitors. A showing without any disappears.
      case "TicketsReturned": {
        const { showing, count } = event.data;
        const { [showing]: sold, ...others } = view;
        return sold > count ? { ...others, [showing]: sold - count } : others;
      }
      // end starter
      default:
        return view; // every other event: nothing changes
    }
  },
};

// How much money is in the drawer? This one is finished.
export const takings = {
  initialView: () => 0,
  project(view: number, event: TicketEvent): number {
    if (event.type === "TicketsSold") return view + event.data.count * event.data.cents;
    if (event.type === "TicketsReturned") return view - event.data.count * event.data.cents;
    return view;
  },
};
