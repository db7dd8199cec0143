// A command comes in. Answer with the events that follow
// from it and from the trip so far, or with the reason why not.
// So far a report is recorded, and nothing follows from it.
export function decide(command: TripCommand, trip: Trip): Decision {
  switch (command.type) {
    case "Continue":
      return [];
    case "ReportBooked":
      return [{ type: "PartBooked", data: command.data }];
    case "ReportRefused":
      return [{ type: "PartRefused", data: command.data }];
  }
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
