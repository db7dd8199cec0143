// Imperative: copies the hall, then changes the copy of one seat.
type Seat = { booking: string; status: string; until: number };
// solution: Hall, initialState

export function evolve(before: Hall, event: SeatEvent): Hall {
  const seats = { ...before.seats };
  const { seat, booking } = event.data;
  const now = Date.parse(event.metadata.occurredAt);
  const there = seats[seat] as Seat | undefined;
  const isHeld = there?.status === "held";
  const isLive = isHeld && now < there.until;
  const isOwn = there?.booking === booking;
  if (event.type === "SeatHeld" && (!there || (isHeld && !isLive))) {
    seats[seat] = { booking, status: "held", until: now + event.data.minutes * 60_000 };
  }
  if (event.type === "SeatConfirmed" && isLive && isOwn) {
    seats[seat] = { ...there, status: "sold" };
  }
  if (event.type === "HoldReleased" && isHeld && isOwn) {
    delete seats[seat];
  }
  return { seats };
}
