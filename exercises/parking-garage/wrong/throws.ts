// Refuses the exit of a car that is not inside.
// Free places by level, and the level of every car inside.
type Garage = { free: Record<string, number>; inside: Record<string, string> };

export function initialState(): Garage {
  return { free: {}, inside: {} };
}

export function evolve(garage: Garage, event: GarageEvent): Garage {
  switch (event.type) {
    case "GarageOpened":
      return { ...garage, free: event.data.places };
    case "CarEntered": {
      const { plate, level } = event.data;
      return enter(leave(garage, plate), plate, level);
    }
    case "CarLeft":
      if (!(event.data.plate in garage.inside)) throw new Error(`${event.data.plate} is not inside.`);
      return leave(garage, event.data.plate);
    default:
      return garage;
  }
}

function enter({ free, inside }: Garage, plate: string, level: string): Garage {
  return { free: { ...free, [level]: free[level] - 1 }, inside: { ...inside, [plate]: level } };
}

/** Frees the place that the car held, if it held one. */
function leave(garage: Garage, plate: string): Garage {
  const { [plate]: level, ...inside } = garage.inside;
  if (level === undefined) return garage;
  return { free: { ...garage.free, [level]: garage.free[level] + 1 }, inside };
}
