/** Ana's evening as it is in `course.rides`, and the ride that its events make. */
export type RideEvent =
  | EventOf<"RideRequested", { rider: string }>
  | EventOf<"DriverAssigned", { driver: string }>
  | EventOf<"DriverUnassigned" | "RideStarted", Record<string, never>>
  | EventOf<"RideEnded", { fareCents: number }>;

interface EventOf<Type, Data> {
  type: Type;
  data: Data;
  metadata: { id: string; occurredAt: string };
}

/** What the app shows: the state of one ride. A type, not an interface, so that it is JSON. */
export type Ride = { status: string; driver: string | null; fareCents: number | null };

const at = (id: string, time: string) => ({ id, occurredAt: `2026-04-14T${time}Z` });

export const rideEvents: RideEvent[] = [
  { type: "RideRequested", data: { rider: "ana" }, metadata: at("r0", "18:32:10") },
  { type: "DriverAssigned", data: { driver: "d1" }, metadata: at("r1", "18:33:02") },
  { type: "DriverUnassigned", data: {}, metadata: at("r2", "18:47:40") },
  { type: "DriverAssigned", data: { driver: "d2" }, metadata: at("r3", "18:51:15") },
  { type: "RideStarted", data: {}, metadata: at("r4", "18:58:30") },
  { type: "RideEnded", data: { fareCents: 1240 }, metadata: at("r5", "19:16:05") },
];

export const newRide: Ride = { status: "new", driver: null, fareCents: null };

/** What an event makes new in a ride; the rest stays. An event of another type makes nothing new. */
function newIn({ type, data }: Pick<RideEvent, "type" | "data">): Partial<Ride> {
  if (type === "RideRequested") return { status: "requested" };
  if (type === "DriverAssigned") return { driver: (data as { driver: string }).driver };
  if (type === "DriverUnassigned") return { driver: null };
  if (type === "RideStarted") return { status: "started" };
  return type === "RideEnded" ? { status: "ended", ...(data as { fareCents: number }) } : {};
}

/** The ride after these events: the fold. */
export function rideAfter(events: Pick<RideEvent, "type" | "data">[]): Ride {
  return Object.assign({}, newRide, ...events.map(newIn));
}

/** "18:47". */
export function timeOf({ metadata }: RideEvent): string {
  return metadata.occurredAt.slice(11, 16);
}

/** "12.40". */
export function fareOf(cents: number): string {
  return (cents / 100).toFixed(2);
}
