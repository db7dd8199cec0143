type Ride = { status: string; driver: string | null; fareCents: number | null };

export function initialState(): Ride {
  return { status: "new", driver: null, fareCents: null };
}

export function evolve(ride: Ride, event: RideEvent): Ride {
  switch (event.type) {
    case "RideRequested":
      return { ...ride, status: "requested" };
    case "DriverAssigned":
      return { ...ride, driver: event.data.driver };
    case "RideStarted":
      return { ...ride, status: "started" };
    case "RideEnded":
      return { ...ride, status: "ended", fareCents: event.data.fareCents };
    case "DriverUnassigned":
      // starter: // One line is missing here: return the same ride, with no driver.
      return { ...ride, driver: null };
    // end starter
    default:
      return ride; // every other event: nothing changes
  }
}
