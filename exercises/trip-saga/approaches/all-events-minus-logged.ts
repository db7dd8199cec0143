// Writes all events of the trip, as far as the reports go, and leaves out as many as are in the log already.
const parts: Part[] = ["flight", "hotel", "car"];

export function decide(command: TripCommand, trip: Trip): Decision {
  if (!trip.planned) return { rejected: "there is no plan" };
  if (command.type === "Continue") return script(trip).slice(counted(trip));
  const { part } = command.data;
  if (!trip.requested.includes(part)) return { rejected: "this part was not asked for" };
  const known = new Map(trip.booked.map((booking) => [booking.part, booking]));
  const isNew = trip.refused !== part && !known.has(part);
  const reported = !isNew
    ? trip
    : command.type === "ReportBooked"
      ? { ...trip, booked: [...known.set(part, command.data).values()] }
      : { ...trip, refused: part };
  const reason = command.type === "ReportRefused" ? command.data.reason : "";
  return script(reported, reason).slice(counted(trip));
}

function script({ booked, refused }: Trip, reason = ""): TripEvent[] {
  const events: TripEvent[] = [];
  for (const part of parts) {
    events.push({ type: "BookingRequested", data: { part } });
    const booking = booked.find((each) => each.part === part);
    if (booking) {
      events.push({ type: "PartBooked", data: booking });
    } else {
      if (refused !== part) return events;
      events.push({ type: "PartRefused", data: { part, reason } });
      for (const data of [...booked].reverse()) events.push({ type: "PartCancelled", data });
      events.push({ type: "TripGivenUp", data: {} });
      return events;
    }
  }
  return [...events, { type: "TripConfirmed", data: {} }];
}

/** How many events of the script are in the log. */
function counted({ requested, booked, refused, cancelled, outcome }: Trip): number {
  return (
    requested.length + booked.length + Number(refused !== null) + cancelled.length + Number(outcome !== null)
  );
}

// solution: Trip, initialState, evolve
