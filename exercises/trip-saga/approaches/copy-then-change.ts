// Imperative: copies the trip first, then changes the copy step by step and collects the events that follow.
const parts: Part[] = ["flight", "hotel", "car"];

export function decide(command: TripCommand, trip: Trip): Decision {
  if (!trip.planned) return { rejected: "there is no plan" };
  const booked = [...trip.booked];
  let { refused } = trip;
  const events: TripEvent[] = [];
  if (command.type !== "Continue") {
    const { part } = command.data;
    if (!trip.requested.includes(part)) return { rejected: "this part was not asked for" };
    const isKnown = refused === part || booked.some((each) => each.part === part);
    if (!isKnown && command.type === "ReportBooked") {
      booked.push(command.data);
      events.push({ type: "PartBooked", data: command.data });
    } else if (!isKnown && command.type === "ReportRefused") {
      refused = part;
      events.push({ type: "PartRefused", data: command.data });
    }
  }
  if (trip.outcome !== null) return events;
  if (refused !== null) {
    while (booked.length > trip.cancelled.length) {
      const data = booked[booked.length - trip.cancelled.length - 1];
      booked.splice(booked.indexOf(data), 1);
      events.push({ type: "PartCancelled", data });
    }
    events.push({ type: "TripGivenUp", data: {} });
  } else if (booked.length === 3) {
    events.push({ type: "TripConfirmed", data: {} });
  } else if (trip.requested.length === booked.length) {
    events.push({ type: "BookingRequested", data: { part: parts[booked.length] } });
  }
  return events;
}

// solution: Trip, initialState, evolve
