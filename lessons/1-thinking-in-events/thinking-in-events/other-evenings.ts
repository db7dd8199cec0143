import { type RideEvent, rideEvents } from "./ride-events.ts";

export interface Evening {
  says: string;
  events: Pick<RideEvent, "type" | "data">[];
}

const [requested, d1Assigned, unassigned, ...rest] = rideEvents as [RideEvent, RideEvent, RideEvent];
const d3Assigned = { type: "DriverAssigned", data: { driver: "d3" } } as const;

/** Three evenings that are not the same, and that end in the same state. */
export const evenings: Evening[] = [
  { says: "One driver came at once, and drove.", events: [requested, ...rest] },
  { says: "One driver left before the second one came.", events: rideEvents },
  {
    says: "Two drivers left before the third one came.",
    events: [requested, d1Assigned, unassigned, d3Assigned, unassigned, ...rest],
  },
];
