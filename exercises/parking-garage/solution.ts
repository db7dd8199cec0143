// Free places by level, and the level of every car inside.
type Garage = { free: Record<string, number>; inside: Record<string, string> };

export function initialState(): Garage {
  return { free: {}, inside: {} };
}

export function evolve(garage: Garage, event: GarageEvent): Garage {
  switch (event.type) {
    case "GarageOpened":
      return { ...garage, free: event.data.places };
    // starter: case "CarEntered":
    // starter:   // 3. The car may be inside already.
    // starter:   return enter(garage, event.data.plate, event.data.level);
    // starter: // 1. CarLeft: free the place that the car held.
    // starter: // 2. The car may not be inside.
    // starter: default:
    // starter:   return garage; // every other event: nothing changes
    case "CarEntered": {
      // A car that comes in has left before, whether or not a record says so.
      const { plate, level } = event.data;
      return enter(leave(garage, plate), plate, level);
    }
    case "CarLeft":
      return leave(garage, event.data.plate);
    default:
      return garage;
    // end starter
  }
}

function enter({ free, inside }: Garage, plate: string, level: string): Garage {
  return { free: { ...free, [level]: free[level] - 1 }, inside: { ...inside, [plate]: level } };
}
// starter:

/** Frees the place that the car held, if it held one. */
function leave(garage: Garage, plate: string): Garage {
  const { [plate]: level, ...inside } = garage.inside;
  if (level === undefined) return garage;
  return { free: { ...garage.free, [level]: garage.free[level] + 1 }, inside };
}
// end starter
