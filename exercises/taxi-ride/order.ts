// solution: Ride, initialState

export function evolve(ride: Ride, event: RideEvent): Ride {
  switch (event.type) {
    case "RideRequested":
      return { ...ride, status: "requested" };
    case "RideStarted":
      return { ...ride, status: "started" };
    case "RideEnded":
      return { ...ride, status: "ended", fareCents: event.data.fareCents };
    // order
    case "DriverAssigned":
      return { ...ride, driver: event.data.driver };
    case "DriverUnassigned":
      return { ...ride, driver: null };
      return { driver: null }; // decoy
      return { ...ride, status: "cancelled" }; // decoy
    // end of order
    default:
      return ride; // every other event: nothing changes
  }
}
