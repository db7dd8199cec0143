// Keeps only which cars are inside, in a Map while it works, and counts the free places again after each record.
type Garage = {
  places: Record<string, number>;
  free: Record<string, number>;
  inside: Record<string, string>;
};

export const initialState = (): Garage => ({ places: {}, free: {}, inside: {} });

export function evolve(garage: Garage, event: GarageEvent): Garage {
  const inside = new Map(Object.entries(garage.inside));
  const places = event.type === "GarageOpened" ? event.data.places : garage.places;
  if (event.type === "CarEntered") inside.set(event.data.plate, event.data.level);
  if (event.type === "CarLeft") inside.delete(event.data.plate);
  const taken = (level: string) => [...inside.values()].filter((held) => held === level).length;
  return {
    places,
    free: Object.fromEntries(Object.entries(places).map(([level, all]) => [level, all - taken(level)])),
    inside: Object.fromEntries(inside),
  };
}
