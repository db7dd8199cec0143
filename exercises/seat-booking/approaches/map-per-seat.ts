// A small fold for one seat, by a table of functions. The hall is a Map, and a plain object is made from it at the end.
type Hold = { booking: string; status: "held" | "sold"; endsAt: string };
type Next = (hold: Hold | undefined, event: SeatEvent) => Hold | undefined;

const hasEnded = (hold: Hold, { metadata }: SeatEvent) =>
  hold.status === "held" && Date.parse(hold.endsAt) <= Date.parse(metadata.occurredAt);

const next: Record<SeatEvent["type"], Next> = {
  SeatHeld: (hold, event) => (hold && !hasEnded(hold, event) ? hold : newHold(event)),
  SeatConfirmed: (hold, event) =>
    hold?.booking === event.data.booking && !hasEnded(hold, event) ? { ...hold, status: "sold" } : hold,
  HoldReleased: (hold, { data }) =>
    hold?.booking === data.booking && hold.status === "held" ? undefined : hold,
};

export const initialState = (): { seats: Record<string, Hold> } => ({ seats: {} });

export function evolve(hall: { seats: Record<string, Hold> }, event: SeatEvent) {
  const seats = new Map(Object.entries(hall.seats));
  const hold = next[event.type]?.(seats.get(event.data.seat), event);
  if (!(event.type in next)) return hall;
  if (hold) seats.set(event.data.seat, hold);
  else seats.delete(event.data.seat);
  return { seats: Object.fromEntries(seats) };
}

function newHold({ data, metadata }: SeatEvent): Hold {
  const minutes = "minutes" in data ? data.minutes : 0;
  const endsAt = new Date(Date.parse(metadata.occurredAt) + minutes * 60_000).toISOString();
  return { booking: data.booking, status: "held", endsAt };
}
