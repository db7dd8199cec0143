import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { differingParts, joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import type { RideEvent } from "./events.d.ts";
import { generated } from "./logs.ts";

type RideContext = CheckContext<RideEvent>;

const known = ["RideRequested", "DriverAssigned", "DriverUnassigned", "RideStarted", "RideEnded"];
const driverLeaves = (at: RideContext) => at.event?.type === "DriverUnassigned" && isObject(at.actual);
const wrongParts = (at: RideContext) => differingParts(at.expected, at.actual);

export default {
  // Any other memory in the state is the learner's own.
  compare(state) {
    const { status, driver, fareCents } = partsOf(state);
    const parts = Object.entries({ status, driver, fareCents }).filter(([, value]) => value !== undefined);
    return isObject(state) ? (Object.fromEntries(parts) as Json) : null;
  },
  checks: [
    {
      id: "driver-left",
      title: "A ride that its driver left has no driver",
      covers: (at) => driverLeaves(at) && wrongParts(at).includes("driver"),
      message: (at) =>
        `${driverLeft(at)} After it your ride says ${describe(at.actual, ["driver"])}. ` +
        "Which case of `evolve` ran for this record, and what did it return?",
    },
    {
      id: "rest-stays",
      title: "Nothing else changes when a driver leaves",
      covers: driverLeaves,
      message: restStays,
    },
    {
      id: "unknown-type",
      title: "A record of a type that the code does not know changes nothing",
      covers: (at) => at.event !== null && !known.includes(at.event.type),
      message: (at) =>
        `The record at offset ${at.offset} is ${at.event?.type}. A newer version of the app wrote it, and your code does not know this type. ` +
        `${became(at)} What should the ride be after it?`,
    },
    {
      id: "other-records",
      title: "The five types of records do what they say",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. ${became(at)} What does this record say?`
          : `Before the first record your ride says ${describe(at.actual)}. Nothing has happened yet. What is known about a new ride?`,
    },
  ],
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the ride that it was given, at \`${path}\`. That ride is the state before this record, and somebody may still step back to it. ` +
      "How do the other cases make a new ride?",
  },
} satisfies ExerciseChecks<RideEvent>;

function restStays(at: RideContext): string {
  const wrong = wrongParts(at);
  const lost = wrong.filter((name) => !Object.hasOwn(partsOf(at.actual), name));
  const before = `Before it, the ride said ${describe(at.before, wrong)}.`;
  if (lost.length > 0)
    return `${driverLeft(at)} ${before} Now your ride has no ${joinWithAnd(lost.map((name) => `\`${name}\``))}. How can a new ride get everything that the old one has?`;
  return `${driverLeft(at)} ${before} Now your ride says ${describe(at.actual, wrong)}. Does this record say more than that the driver left?`;
}

/** "At offset 2 driver d1 left the ride." */
function driverLeft(at: RideContext): string {
  const { driver } = partsOf(at.before);
  return `At offset ${at.offset} ${typeof driver === "string" ? `driver ${driver}` : "the driver"} left the ride.`;
}

/** What became of the ride at this record. Where no part is wrong, the learner's code stopped. */
function became(at: RideContext): string {
  const wrong = wrongParts(at);
  if (!isObject(at.actual)) return "After it there is no ride.";
  if (wrong.length === 0) return "Your code stopped there, and it will stop there at every fold.";
  return `Before it, the ride said ${describe(at.before, wrong)}. Now your ride says ${describe(at.actual, wrong)}.`;
}

/** "status started and driver d2" */
function describe(ride: Json, names = Object.keys(partsOf(ride))): string {
  const parts = partsOf(ride);
  const shown = (value: Json | undefined) =>
    typeof value === "string" ? value : value === undefined ? "absent" : JSON.stringify(value);
  return joinWithAnd(
    names.map((name) => `${name} ${shown(parts[name])}`),
    "nothing",
  );
}
