// Imperative: copies both parts of the garage first, then changes only the copies.
type Garage = { free: Record<string, number>; inside: Record<string, string> };

// solution: initialState

export function evolve(garage: Garage, event: GarageEvent): Garage {
  if (event.type === "GarageOpened") return { free: { ...event.data.places }, inside: {} };
  if (event.type !== "CarEntered" && event.type !== "CarLeft") return garage;
  const free = { ...garage.free };
  const inside = { ...garage.inside };
  const { plate, level } = event.data;
  if (plate in inside) {
    free[inside[plate]]++;
    delete inside[plate];
  }
  if (event.type === "CarEntered") {
    free[level]--;
    inside[plate] = level;
  }
  return { free, inside };
}
