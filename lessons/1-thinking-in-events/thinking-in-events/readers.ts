import type { Event } from "../../../engine/fold/event.ts";
import { fareOf, type RideEvent, rideAfter } from "./ride-events.ts";

/** Somebody who folds the log of a ride, and what they get from it. */
export interface Reader {
  name: string;
  asks: string;
  answer(events: RideEvent[]): string;
}

export const readers: Reader[] = [
  {
    name: "Ana’s app",
    asks: "Where is my taxi?",
    answer(events) {
      const { status, driver } = rideAfter(events);
      return `${status}, ${driver === null ? "no driver" : `driver ${driver}`}`;
    },
  },
  {
    name: "The taxi company",
    asks: "Which drivers left a ride?",
    answer: (events) => driversWhoLeft(events).join(", ") || "nobody",
  },
  {
    name: "The bookkeeper",
    asks: "How much was earned?",
    answer: (events) => fareOf(rideAfter(events).fareCents ?? 0),
  },
];

/** For each event that a driver left: the one who was assigned then. */
function driversWhoLeft(events: RideEvent[]): string[] {
  return events.flatMap(({ type }, index) =>
    type === "DriverUnassigned" ? (rideAfter(events.slice(0, index)).driver ?? []) : [],
  );
}

/** The events of the workbench; what it does not know changes nothing. */
export function rideEventsOf(events: Event[]): RideEvent[] {
  return events as unknown as RideEvent[];
}
