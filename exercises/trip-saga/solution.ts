// starter: // A command comes in. Answer with the events that follow
// starter: // from it and from the trip so far, or with the reason why not.
// starter: // So far a report is recorded, and nothing follows from it.
const parts: Part[] = ["flight", "hotel", "car"];

// end starter
export function decide(command: TripCommand, trip: Trip): Decision {
  // starter: switch (command.type) {
  // starter:   case "Continue":
  // starter:     return [];
  // starter:   case "ReportBooked":
  // starter:     return [{ type: "PartBooked", data: command.data }];
  // starter:   case "ReportRefused":
  // starter:     return [{ type: "PartRefused", data: command.data }];
  // starter: }
  if (!trip.planned) return { rejected: "no trip is planned" };
  if (command.type === "Continue") return missing(trip);
  const { part } = command.data;
  if (!trip.requested.includes(part)) return { rejected: `nobody asked for a ${part}` };
  if (isAnswered(trip, part)) return missing(trip);
  const report = reported(command);
  return [report, ...missing(evolve(trip, report))];
}

function reported(command: Exclude<TripCommand, { type: "Continue" }>): TripEvent {
  return command.type === "ReportBooked"
    ? { type: "PartBooked", data: command.data }
    : { type: "PartRefused", data: command.data };
}

function isAnswered({ booked, refused }: Trip, part: Part): boolean {
  return refused === part || booked.some((booking) => booking.part === part);
}

/** The events that this trip still needs, whichever command led to it. */
function missing(trip: Trip): TripEvent[] {
  if (trip.outcome !== null) return [];
  if (trip.refused !== null) {
    const left = trip.booked.filter(({ part }) => !trip.cancelled.includes(part));
    const cancellations = left.toReversed().map((data): TripEvent => ({ type: "PartCancelled", data }));
    return [...cancellations, { type: "TripGivenUp", data: {} }];
  }
  const next = parts[trip.booked.length];
  if (next === undefined) return [{ type: "TripConfirmed", data: {} }];
  return trip.requested.includes(next) ? [] : [{ type: "BookingRequested", data: { part: next } }];
  // end starter
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
