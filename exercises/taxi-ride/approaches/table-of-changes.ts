// A table says what each event type changes; a type that is not in the table changes nothing.
// solution: Ride, initialState

type Change = (data: { driver: string; fareCents: number }) => Partial<Ride>;

const changes = new Map<string, Change>([
  ["RideRequested", () => ({ status: "requested" })],
  ["DriverAssigned", ({ driver }) => ({ driver })],
  ["DriverUnassigned", () => ({ driver: null })],
  ["RideStarted", () => ({ status: "started" })],
  ["RideEnded", ({ fareCents }) => ({ status: "ended", fareCents })],
]);

export function evolve(ride: Ride, { type, data }: RideEvent): Ride {
  return { ...ride, ...changes.get(type)?.(data as { driver: string; fareCents: number }) };
}
