type Seat = { booking: string; status: "held" | "sold"; until: number };
type Hall = { seats: Record<string, Seat> };

export function initialState(): Hall {
  return { seats: {} };
}

export function evolve(hall: Hall, event: SeatEvent): Hall {
  // starter:
  // Only the time of this record counts here. The times of other seats' records say nothing about this seat.
  // end starter
  const now = Date.parse(event.metadata.occurredAt);
  switch (event.type) {
    case "SeatHeld": {
      const { seat, booking, minutes } = event.data;
      // starter: // 1. Only a free seat can be held. Is it free now?
      if (!isFree(hall.seats[seat], now)) return hall;
      // end starter
      return { seats: { ...hall.seats, [seat]: { booking, status: "held", until: now + minutes * 60_000 } } };
    }
    // starter: // 2. SeatConfirmed: sold, if this booking has the seat on hold and the hold has not ended.
    // starter: // 3. HoldReleased: out of `seats`, if this booking has the seat on hold.
    case "SeatConfirmed": {
      const { seat, booking } = event.data;
      const held = hall.seats[seat];
      if (held?.booking !== booking || now >= held.until) return hall;
      return { seats: { ...hall.seats, [seat]: { ...held, status: "sold" } } };
    }
    case "HoldReleased": {
      const { [event.data.seat]: held, ...others } = hall.seats;
      return held?.booking === event.data.booking && held.status === "held" ? { seats: others } : hall;
    }
    // end starter
    default:
      return hall; // every other event: nothing changes
  }
}
// starter:

function isFree(seat: Seat | undefined, now: number): boolean {
  return seat === undefined || (seat.status === "held" && now >= seat.until);
}
// end starter
