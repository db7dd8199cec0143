// Reads the time that Kafka stores with a record instead of the time at the office.
type Seat = { booking: string; status: "held" | "sold"; until: number };
type Hall = { seats: Record<string, Seat> };

export function initialState(): Hall {
  return { seats: {} };
}

export function evolve(hall: Hall, event: SeatEvent): Hall {
  // Only the time of this record counts here. The times of other seats' records say nothing about this seat.
  const now = event.metadata.timestamp;
  switch (event.type) {
    case "SeatHeld": {
      const { seat, booking, minutes } = event.data;
      if (!isFree(hall.seats[seat], now)) return hall;
      return { seats: { ...hall.seats, [seat]: { booking, status: "held", until: now + minutes * 60_000 } } };
    }
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
    default:
      return hall; // every other event: nothing changes
  }
}

function isFree(seat: Seat | undefined, now: number): boolean {
  return seat === undefined || (seat.status === "held" && now >= seat.until);
}
