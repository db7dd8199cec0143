// Free places by level, and the level of every car inside.
type Garage = { free: Record<string, number>; inside: Record<string, string> };

export function initialState(): Garage {
  return { free: {}, inside: {} };
}

export function evolve(garage: Garage, event: GarageEvent): Garage {
  switch (event.type) {
    case "GarageOpened":
      return { ...garage, free: event.data.places };
    case "CarEntered":
      // 3. The car may be inside already.
      return enter(garage, event.data.plate, event.data.level);
    // 1. CarLeft: free the place that the car held.
    // 2. The car may not be inside.
    default:
      return garage; // every other event: nothing changes
  }
}

function enter({ free, inside }: Garage, plate: string, level: string): Garage {
  return { free: { ...free, [level]: free[level] - 1 }, inside: { ...inside, [plate]: level } };
}
