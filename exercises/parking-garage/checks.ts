import { type Json, type JsonObject, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { differingParts, lowerFirst, offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
import { cameraDataOf, caseOf, generated } from "./logs.ts";

export default {
  // What else the garage remembers is the learner's own.
  compare: (state) => {
    const { free, inside } = partsOf(state);
    return { free: free ?? null, inside: inside ?? null };
  },
  checks: [
    {
      id: "entry",
      title: "A car that comes in takes a place",
      covers: (at) => at.event?.type === "CarEntered" && heldBefore(at) === undefined,
      message: (at) =>
        `At offset ${at.offset} ${plate(at)} gets a place on ${level(at)}. ${describeGarage(at)}. ` +
        "That part worked when you opened it. What does an entry change?",
    },
    {
      id: "enters-again",
      title: "A car that comes in twice left in between",
      covers: (at) => at.event?.type === "CarEntered",
      message: (at) =>
        `At offset ${at.offset} ${plate(at)} gets a place on ${level(at)}. It already held one on ${heldBefore(at)}, ` +
        `since offset ${offsetOfEntry(at)}. ${describeGarage(at)}. A car holds one place at a time. ` +
        "What must have happened between the two records?",
      known: [
        {
          when: (at) => sameJson(at.actual, at.before) && !sameJson(at.actual, at.expected),
          says: (at) =>
            `At offset ${at.offset} ${plate(at)} gets a place on ${level(at)}. Your garage still has it on ` +
            `${heldBefore(at)}, where offset ${offsetOfEntry(at)} put it. The car came in twice, so a record between the two was lost. ` +
            "What did that record say?",
        },
      ],
    },
    {
      id: "exit",
      title: "A car that leaves frees the place it held",
      covers: (at) => at.event?.type === "CarLeft" && heldBefore(at) !== undefined,
      message: (at) =>
        `At offset ${at.offset} ${plate(at)} drove out by the barrier of ${level(at)}. It held a place on ` +
        `${heldBefore(at)}, since offset ${offsetOfEntry(at)}. ${describeGarage(at)}. Which place is free now?`,
      known: [
        {
          when: (at) => garageIn(at.actual).inside[plate(at)] !== undefined,
          says: (at) =>
            `At offset ${at.offset} ${plate(at)} drove out. ${describeGarage(at)}. ` +
            "What does each of the two parts of the state say about a car that has left?",
        },
      ],
    },
    {
      id: "exit-of-a-stranger",
      title: "A car that is not inside frees nothing",
      covers: (at) => at.event?.type === "CarLeft",
      message: (at) => {
        const record = `At offset ${at.offset} ${plate(at)} drove out, but by the records before it the car was not inside`;
        return sameJson(at.expected, at.actual)
          ? `${record}. Your code stopped there. The record is already in the log, so \`evolve\` cannot refuse it. ` +
              "What is the garage after it?"
          : `${record}. ${describeGarage(at)}. Which place did it hold?`;
      },
    },
    {
      id: "other-records",
      title: "The garage opens with all its places, and nothing else moves a car",
      covers: () => true,
      message: (at) =>
        at.event
          ? `Offset ${at.offset} is ${at.event.type}. ${describeGarage(at)}. Which case of \`evolve\` ran for it?`
          : `Before the first record ${lowerFirst(describeGarage(at))}. The garage has not opened yet. What does \`initialState\` return?`,
    },
  ],
  cases: [
    // Out by another barrier, in again, and in once more on the same level.
    caseOf(
      { P1: 2, P2: 2, P3: 2 },
      { type: "CarEntered", plate: "RX-418-B", level: "P1" },
      { type: "CarEntered", plate: "RX-418-B", level: "P1" },
      { type: "CarEntered", plate: "RX-418-B", level: "P2" },
      { type: "CarLeft", plate: "RX-418-B", level: "P1" },
      { type: "CarLeft", plate: "RX-418-B", level: "P2" },
    ),
  ],
  generated,
  words: {
    mutation: (at, path) => {
      return (
        `At offset ${at.offset} your code changed the garage it was given, at \`${path}\`. ` +
        `That is the garage after offset ${offsetOf(at.history.at(-1)) ?? 0}, and the sign may still show it. ` +
        "What would you return if you could only read it?"
      );
    },
  },
} satisfies ExerciseChecks;

function plate({ event }: CheckContext): string {
  return event ? cameraDataOf(event).plate : "";
}

function level({ event }: CheckContext): string {
  return event ? cameraDataOf(event).level : "";
}

function garageIn(compared: Json): { free: JsonObject; inside: JsonObject } {
  const { free, inside } = partsOf(compared);
  return { free: partsOf(free), inside: partsOf(inside) };
}

/** The level of the car before this record; undefined where it was not inside. */
function heldBefore(at: CheckContext): Json | undefined {
  return garageIn(at.before).inside[plate(at)];
}

/** Where the log says that the car came in last. */
function offsetOfEntry(at: CheckContext): number | undefined {
  const entry = at.history.findLast(
    (each) => each.type === "CarEntered" && cameraDataOf(each).plate === plate(at),
  );
  return offsetOf(entry);
}

/** What the learner's garage shows that the record does not: "Your garage shows 2 places free on P1". */
function describeGarage(at: CheckContext): string {
  if (sameJson(at.expected, at.actual)) return "Your code stopped there";
  const [expected, actual] = [garageIn(at.expected), garageIn(at.actual)];
  const levels = differingParts(expected.free, actual.free).map(
    (each) => `${counted(actual.free[each])} free on ${each}`,
  );
  const cars = differingParts(expected.inside, actual.inside).map((car) =>
    actual.inside[car] === undefined
      ? `does not have ${car} inside`
      : expected.inside[car] === undefined
        ? `still has ${car} inside, on ${text(actual.inside[car])}`
        : `has ${car} on ${text(actual.inside[car])}`,
  );
  const parts = [...(levels.length > 0 ? [`shows ${levels.join(" and ")}`] : []), ...cars];
  return parts.length > 0 ? `Your garage ${parts.join(" and ")}` : "Your state lacks `free` or `inside`";
}

function counted(places: Json | undefined): string {
  if (places === undefined) return "no count of places";
  return places === 1 ? "1 place" : `${text(places)} places`;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null).replace("-", "−");
}
