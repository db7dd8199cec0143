type Seat = { booking: string; status: "held" | "sold"; until: number };
type Hall = { seats: Record<string, Seat> };

export function initialState(): Hall {
  return { seats: {} };
}

export function evolve(hall: Hall, event: SeatEvent): Hall {
  const now = Date.parse(event.metadata.occurredAt);
  switch (event.type) {
    case "SeatHeld": {
      const { seat, booking, minutes } = event.data;
      // 1. Only a free seat can be held. Is it free now?
      return { seats: { ...hall.seats, [seat]: { booking, status: "held", until: now + minutes * 60_000 } } };
    }
    // 2. SeatConfirmed: sold, if this booking has the seat on hold and the hold has not ended.
    // 3. HoldReleased: out of `seats`, if this booking has the seat on hold.
    default:
      return hall; // every other event: nothing changes
  }
}
