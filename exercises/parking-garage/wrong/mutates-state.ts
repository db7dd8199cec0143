// Takes the car out of the garage it was given instead of returning a new one.
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
      return leave(garage, event.data.plate);
    default:
      return garage;
  }
}

function enter({ free, inside }: Garage, plate: string, level: string): Garage {
  return { free: { ...free, [level]: free[level] - 1 }, inside: { ...inside, [plate]: level } };
}

function leave(garage: Garage, plate: string): Garage {
  const level = garage.inside[plate];
  if (level === undefined) return garage;
  garage.free[level] += 1;
  delete garage.inside[plate];
  return garage;
}
