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

type Trip = {
  planned: boolean;
  requested: Part[];
  booked: Booking[];
  refused: Part | null;
  cancelled: Part[];
  outcome: "confirmed" | "given up" | null;
};

export function initialState(): Trip {
  return { planned: false, requested: [], booked: [], refused: null, cancelled: [], outcome: null };
}

// evolve folds what has happened, also when it is reported twice. It is finished.
export function evolve(trip: Trip, { type, data }: TripEvent): Trip {
  switch (type) {
    case "TripPlanned":
      return { ...initialState(), planned: true };
    case "BookingRequested":
      return { ...trip, requested: [...trip.requested, data.part] };
    case "PartBooked":
      return { ...trip, booked: [...trip.booked, data] };
    case "PartRefused":
      return { ...trip, refused: data.part };
    case "PartCancelled":
      return { ...trip, cancelled: [...trip.cancelled, data.part] };
    case "TripConfirmed":
      return { ...trip, outcome: "confirmed" };
    case "TripGivenUp":
      return { ...trip, outcome: "given up" };
    default:
      return trip; // every other event: nothing changes
  }
}
