import { isObject, type Json, type JsonObject, sameJson } from "../../engine/fold/json.ts";
import type { At, ExerciseChecks } from "../../engine/grading/checks.ts";
import { couldHaveHappened, generatedLogs, seenIn, written } from "./garage-logs.ts";

export default {
  // What else the garage remembers is the learner's own.
  compare: (state) => {
    const { free, inside } = isObject(state) ? state : {};
    return { free: free ?? null, inside: inside ?? null };
  },
  checks: [
    {
      id: "entry",
      title: "A car that comes in takes a place",
      covers: (at) => at.event?.type === "CarEntered" && heldBefore(at) === undefined,
      message: (at) =>
        `At offset ${at.offset} ${plate(at)} gets a place on ${level(at)}. ${shows(at)}. ` +
        "That part worked when you opened it. What does an entry change?",
    },
    {
      id: "enters-again",
      title: "A car that comes in twice has left in between",
      covers: (at) => at.event?.type === "CarEntered",
      message: (at) =>
        `At offset ${at.offset} ${plate(at)} gets a place on ${level(at)}. It held one on ${heldBefore(at)} already, ` +
        `since offset ${offsetOfEntry(at)}. ${shows(at)}. A car stands in one place. ` +
        "What must have happened between the two records?",
      known: [
        {
          when: (at) => sameJson(at.actual, at.before) && !sameJson(at.actual, at.expected),
          says: (at) =>
            `At offset ${at.offset} ${plate(at)} gets a place on ${level(at)}. Your garage still has it on ` +
            `${heldBefore(at)}, where offset ${offsetOfEntry(at)} had put it. The newer record was not lost. ` +
            "Which one between the two was?",
        },
      ],
    },
    {
      id: "exit",
      title: "A car that leaves frees the place it held",
      covers: (at) => at.event?.type === "CarLeft" && heldBefore(at) !== undefined,
      message: (at) =>
        `At offset ${at.offset} ${plate(at)} drove out by the barrier of ${level(at)}. It held a place on ` +
        `${heldBefore(at)}, since offset ${offsetOfEntry(at)}. ${shows(at)}. Which place is free now?`,
      known: [
        {
          when: (at) => partsOf(at.actual).inside[plate(at)] !== undefined,
          says: (at) =>
            `At offset ${at.offset} ${plate(at)} drove out. ${shows(at)}. ` +
            "What does each of the two parts of the state say about a car that has left?",
        },
      ],
    },
    {
      id: "exit-of-a-stranger",
      title: "A car that is not inside frees nothing",
      covers: (at) => at.event?.type === "CarLeft",
      message: (at) => {
        const record = `At offset ${at.offset} ${plate(at)} drove out, and by the records before it, it was not inside`;
        return sameJson(at.expected, at.actual)
          ? `${record}. There your code stopped. The record is on the log, and \`evolve\` comes too late to refuse it. ` +
              "What is the garage after it?"
          : `${record}. ${shows(at)}. Which place did it hold?`;
      },
    },
    {
      id: "other-records",
      title: "The garage opens with all its places, and nothing else moves a car",
      covers: () => true,
      message: (at) =>
        at.event
          ? `Offset ${at.offset} is ${at.event.type}. ${shows(at)}. Which case of \`evolve\` ran for it?`
          : `Before the first record ${lower(shows(at))}. Nothing has opened yet. What does \`initialState\` return?`,
    },
  ],
  cases: [
    // Out by another barrier, in again, and in once more on the same level.
    written({ P1: 2, P2: 2, P3: 2 }, [
      { type: "CarEntered", plate: "RX-418-B", level: "P1" },
      { type: "CarEntered", plate: "RX-418-B", level: "P1" },
      { type: "CarEntered", plate: "RX-418-B", level: "P2" },
      { type: "CarLeft", plate: "RX-418-B", level: "P1" },
      { type: "CarLeft", plate: "RX-418-B", level: "P2" },
    ]),
  ],
  generated: { cases: generatedLogs, possible: couldHaveHappened },
  words: {
    mutation: (at, path) => {
      const last = at.history.at(-1);
      return (
        `At offset ${at.offset} your code changed the garage it was given, at \`${path}\`. ` +
        `That is the garage after offset ${last?.metadata.position.offset ?? 0}, and it may still be lit on the sign. ` +
        "What would you return if you could only read it?"
      );
    },
  },
} satisfies ExerciseChecks;

function plate({ event }: At): string {
  return event ? seenIn(event).plate : "";
}

function level({ event }: At): string {
  return event ? seenIn(event).level : "";
}

function partsOf(compared: Json): { free: JsonObject; inside: JsonObject } {
  const { free, inside } = isObject(compared) ? compared : {};
  return {
    free: isObject(free) ? free : {},
    inside: isObject(inside) ? inside : {},
  };
}

/** The level on which the car of this record stood before it; undefined where it was not inside. */
function heldBefore(at: At): Json | undefined {
  return partsOf(at.before).inside[plate(at)];
}

/** Where the log says that the car came in last. */
function offsetOfEntry(at: At): number | undefined {
  const entry = at.history.findLast((each) => each.type === "CarEntered" && seenIn(each).plate === plate(at));
  return entry?.metadata.position.offset;
}

/** What the learner's garage shows that the record does not: "Your garage shows 2 places free on P1". */
function shows(at: At): string {
  if (sameJson(at.expected, at.actual)) return "There your code stopped";
  const [expected, actual] = [partsOf(at.expected), partsOf(at.actual)];
  const levels = differing(expected.free, actual.free).map(
    (each) => `${counted(actual.free[each])} free on ${each}`,
  );
  const cars = differing(expected.inside, actual.inside).map((car) =>
    actual.inside[car] === undefined
      ? `does not have ${car} inside`
      : `still has ${car} inside, on ${text(actual.inside[car])}`,
  );
  const parts = [...(levels.length > 0 ? [`shows ${levels.join(" and ")}`] : []), ...cars];
  return parts.length > 0 ? `Your garage ${parts.join(" and ")}` : "Your state lacks `free` or `inside`";
}

function differing(a: JsonObject, b: JsonObject): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !sameJson(a[name], b[name]));
}

function counted(places: Json | undefined): string {
  if (places === undefined) return "no count of places";
  return places === 1 ? "1 place" : `${text(places)} places`;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null).replace("-", "−");
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
