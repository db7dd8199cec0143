// Ends holds by the latest time seen at any seat, so the result depends on which seat was read first.
type Seat = { booking: string; status: "held" | "sold"; until: number };
type Hall = { seats: Record<string, Seat>; now: number };

export function initialState(): Hall {
  return { seats: {}, now: 0 };
}

export function evolve(before: Hall, event: SeatEvent): Hall {
  const now = Math.max(before.now, Date.parse(event.metadata.occurredAt));
  const hall = { ...before, now };
  switch (event.type) {
    case "SeatHeld": {
      const { seat, booking, minutes } = event.data;
      if (!isFree(hall.seats[seat], now)) return hall;
      return {
        now,
        seats: { ...hall.seats, [seat]: { booking, status: "held", until: now + minutes * 60_000 } },
      };
    }
    case "SeatConfirmed": {
      const { seat, booking } = event.data;
      const held = hall.seats[seat];
      if (held?.booking !== booking || now >= held.until) return hall;
      return { now, seats: { ...hall.seats, [seat]: { ...held, status: "sold" } } };
    }
    case "HoldReleased": {
      const { [event.data.seat]: held, ...others } = hall.seats;
      return held?.booking === event.data.booking && held.status === "held" ? { now, seats: others } : hall;
    }
    default:
      return hall; // every other event: nothing changes
  }
}

function isFree(seat: Seat | undefined, now: number): boolean {
  return seat === undefined || (seat.status === "held" && now >= seat.until);
}
