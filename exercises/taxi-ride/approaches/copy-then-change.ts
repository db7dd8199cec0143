// Imperative: copies the ride first, then changes only the copy.
// solution: Ride, initialState

export function evolve(before: Ride, event: RideEvent): Ride {
  const ride = { ...before };
  if (event.type === "RideRequested") ride.status = "requested";
  if (event.type === "DriverAssigned") ride.driver = event.data.driver;
  if (event.type === "DriverUnassigned") ride.driver = null;
  if (event.type === "RideStarted") ride.status = "started";
  if (event.type === "RideEnded") {
    ride.status = "ended";
    ride.fareCents = event.data.fareCents;
  }
  return ride;
}
