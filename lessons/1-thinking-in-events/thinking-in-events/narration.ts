import type { AppendOnlyLogRecord } from "../../../figures/log-and-table/append-only-log.tsx";
import type { TimelineEvent } from "../../../figures/timeline/timeline.tsx";
import { fareOf, type Ride, type RideEvent, rideAfter, rideEvents, timeOf } from "./ride-events.ts";

/** The records as lines of a log. */
export const logLines: AppendOnlyLogRecord[] = rideEvents.map((event, offset) => ({
  offset,
  time: timeOf(event),
  type: event.type,
  words: wordsOf(event),
}));

/** The records at the minute at which each happened. */
export const onTheClock: TimelineEvent[] = rideEvents.map((event) => ({
  at: Date.parse(event.metadata.occurredAt),
  time: timeOf(event),
  type: event.type,
  words: wordsOf(event),
}));

/** "d1": what the data of an event says; nothing where it is empty. */
export function wordsOf({ type, data }: Pick<RideEvent, "type" | "data">): string {
  if (type === "RideRequested") return `by ${(data as { rider: string }).rider}`;
  if (type === "DriverAssigned") return (data as { driver: string }).driver;
  return type === "RideEnded" ? `fare ${fareOf((data as { fareCents: number }).fareCents)}` : "";
}

const happened: Record<RideEvent["type"], string> = {
  RideRequested: "Ana orders a taxi",
  DriverAssigned: "A driver is found",
  DriverUnassigned: "The driver leaves the ride",
  RideStarted: "Ana gets in, and they drive",
  RideEnded: "They arrive at Bo’s house",
};

/** "Offset 2, 18:47. The driver leaves the ride. driver: d1, now nobody.", about the last of the events. */
export function narration(events: RideEvent[]): string {
  const event = events.at(-1);
  if (!event) return "Before offset 0: nothing has happened yet. The ride is new.";
  const [before, now] = [rideAfter(events.slice(0, -1)), rideAfter(events)];
  const changes = (Object.keys(now) as (keyof Ride)[])
    .filter((name) => before[name] !== now[name])
    .map((name) => `${name}: ${shown(before, name)}, now ${shown(now, name)}`);
  return `Offset ${events.length - 1}, ${timeOf(event)}. ${happened[event.type]}. ${changes.join("; ")}.`;
}

function shown(ride: Ride, name: keyof Ride): string {
  return String(ride[name] ?? (name === "driver" ? "nobody" : "not known"));
}
