// A table of functions by event type; an event without a function changes nothing.
type Garage = { free: Record<string, number>; inside: Record<string, string> };
type Cases = {
  [Type in GarageEvent["type"]]: (
    garage: Garage,
    data: Extract<GarageEvent, { type: Type }>["data"],
  ) => Garage;
};

const cases: Cases = {
  GarageOpened: (garage, { places }) => ({ ...garage, free: places }),
  CarEntered: (garage, { plate, level }) => {
    const { free, inside } = cases.CarLeft(garage, { plate, level });
    return { free: moved(free, level, -1), inside: { ...inside, [plate]: level } };
  },
  CarLeft: (garage, { plate }) => {
    const held = garage.inside[plate];
    if (!held) return garage;
    const others = Object.entries(garage.inside).filter(([car]) => car !== plate);
    return { free: moved(garage.free, held, 1), inside: Object.fromEntries(others) };
  },
};

// solution: initialState

export function evolve(garage: Garage, event: GarageEvent): Garage {
  const next = cases[event.type] as ((garage: Garage, data: GarageEvent["data"]) => Garage) | undefined;
  return next ? next(garage, event.data) : garage;
}

function moved(free: Record<string, number>, level: string, by: number): Record<string, number> {
  return { ...free, [level]: free[level] + by };
}
