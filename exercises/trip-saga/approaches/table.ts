// A table of functions by command type, and rules for what follows. The rules run until none of them adds an event.
export function decide(command: TripCommand, trip: Trip): Decision {
  return trip.planned ? answers[command.type](command.data, trip) : { rejected: "there is no plan" };
}

const answers: { [type: string]: (data: any, trip: Trip) => Decision } = {
  Continue: (_, trip) => toTheEnd([], trip),
  ReportBooked: (data, trip) => take({ type: "PartBooked", data }, data.part, trip),
  ReportRefused: (data, trip) => take({ type: "PartRefused", data }, data.part, trip),
};

function take(report: TripEvent, part: Part, trip: Trip): Decision {
  if (!trip.requested.includes(part)) return { rejected: "this part was not asked for" };
  const first = trip.requested.length > trip.booked.length && trip.refused === null;
  const isNew = first && trip.requested.at(-1) === part;
  return isNew ? toTheEnd([report], evolve(trip, report)) : toTheEnd([], trip);
}

const rules: ((trip: Trip) => TripEvent | undefined)[] = [
  ({ refused, booked, cancelled }) => {
    const data = booked[booked.length - 1 - cancelled.length];
    return refused && data ? { type: "PartCancelled", data } : undefined;
  },
  ({ refused }) => (refused ? { type: "TripGivenUp", data: {} } : undefined),
  ({ booked }) => (booked.length === 3 ? { type: "TripConfirmed", data: {} } : undefined),
  ({ requested, booked }) => {
    const part = (["flight", "hotel", "car"] as const)[booked.length];
    return requested.length === booked.length ? { type: "BookingRequested", data: { part } } : undefined;
  },
];

function toTheEnd(events: TripEvent[], trip: Trip): TripEvent[] {
  if (trip.outcome !== null) return events;
  const next = rules.reduce<TripEvent | undefined>((found, rule) => found ?? rule(trip), undefined);
  return next ? toTheEnd([...events, next], evolve(trip, next)) : events;
}

// solution: Trip, initialState, evolve
