// Gives the seat to the hold with the earlier time instead of the first hold in the log.
type Seat = { booking: string; status: "held" | "sold"; since: number; until: number };
type Hall = { seats: Record<string, Seat> };

export function initialState(): Hall {
  return { seats: {} };
}

export function evolve(hall: Hall, event: SeatEvent): Hall {
  // Only the time of this record counts here. The times of other seats' records say nothing about this seat.
  const now = Date.parse(event.metadata.occurredAt);
  switch (event.type) {
    case "SeatHeld": {
      const { seat, booking, minutes } = event.data;
      const other = hall.seats[seat];
      if (!isFree(other, now) && (other.status === "sold" || now >= other.since)) return hall;
      return {
        seats: {
          ...hall.seats,
          [seat]: { booking, status: "held", since: now, until: now + minutes * 60_000 },
        },
      };
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
