import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { couldHaveHappened, trips } from "./trips.ts";
import { answered, asked, bookings, listed, named, open, place, stands } from "./words.ts";

type Answer = "accepted" | "rejected" | "unreadable";

function kindOf(result: Json | undefined): Answer {
  if (Array.isArray(result))
    return result.every((event) => isObject(event) && typeof event.type === "string")
      ? "accepted"
      : "unreadable";
  return isObject(result) && "rejected" in result ? "rejected" : "unreadable";
}

const expects = (at: At, answer: Answer) => kindOf(at.expectedResult) === answer;
const answers = (at: At, answer: Answer) => kindOf(at.actualResult) === answer;
const is = (at: At, type: string) => at.command?.type === type;
/** The command's events of one type, as the reference or the learner answers. */
const of = (result: Json | undefined, type: string) =>
  Array.isArray(result) ? result.filter((event) => isObject(event) && event.type === type) : [];
const cancels = (result: Json | undefined) =>
  of(result, "PartCancelled").map((event) => JSON.stringify(event));
const unsorted = (at: At) =>
  sameJson(cancels(at.expectedResult).toSorted(), cancels(at.actualResult).toSorted());

const checks: Check[] = [
  {
    id: "fold",
    title: "evolve folds every record as it was given",
    covers: (at) => at.command === null,
    message: (at) =>
      `After ${place(at)}${at.event ? `, ${at.event.type},` : ""} your trip is ${JSON.stringify(at.actual)}. The record says what happened, and \`evolve\` was finished when you opened it. What have you changed there?`,
  },
  {
    id: "answer",
    title: "decide answers with events or with a reason",
    covers: (at) => answers(at, "unreadable"),
    message: (at) =>
      at.actualResult === undefined
        ? `At ${asked(at)} your \`decide\` stopped instead of answering. ${stands(at)} Somebody waits for an answer, and no program is broken. Which answer says no?`
        : `At ${asked(at)} your \`decide\` answered with something that is neither a list of events nor \`{ rejected: reason }\`. ${stands(at)} Which of your lines gave that answer?`,
  },
  {
    id: "not-asked",
    title: "What was not planned, or not asked for, is rejected",
    covers: (at) => expects(at, "rejected"),
    message: (at) =>
      isPlanned(at)
        ? `${asked(at)} came, and nobody has asked for that part. Your \`decide\` answered with ${answered(at)}. ${stands(at)} What in the trip tells that a company speaks of something else?`
        : `${asked(at)} came before any trip was planned. Your \`decide\` answered with ${answered(at)}. The log holds no plan. What is there to go on with?`,
  },
  {
    id: "reported-again",
    title: "A further report about a part adds nothing",
    covers: isReportedBefore,
    message: (at) =>
      `${asked(at)} came, and a report about the ${named(at)} came before. Your \`decide\` answered with ${answered(at)}. ${stands(at)} ` +
      "What of this answer is not in the log yet?",
    known: [
      {
        when: (at) => answers(at, "rejected"),
        says: (at) =>
          `${asked(at)} came, and a report about the ${named(at)} came before. Your \`decide\` rejected it. ${stands(at)} ` +
          "Whoever got no answer sends a command again, and nothing is wrong with that. Which answer says that all of it is done?",
      },
    ],
  },
  {
    id: "way-back",
    title: "A refusal cancels what is booked, the last first",
    covers: (at) =>
      is(at, "ReportRefused") && !sameJson(cancels(at.expectedResult), cancels(at.actualResult)),
    message: (at) =>
      `${asked(at)} came. ${stands(at)} Your \`decide\` answered with ${answered(at)}. ` +
      `After that, ${listed(open(at))} would be still booked, for a trip that nobody makes. What has to be taken back?`,
    known: [
      {
        when: unsorted,
        says: (at) =>
          `${asked(at)} came. Your \`decide\` cancels ${listed(of(at.actualResult, "PartCancelled").map(partOf))}, in the order in which they were booked. ${stands(at)} ` +
          "The way back begins where the way there ended. Which booking is the last?",
      },
      {
        when: (at) => open(at).length === 0,
        says: (at) =>
          `${asked(at)} came. Your \`decide\` answered with ${answered(at)}. ${stands(at)} ` +
          "A company would be asked to cancel what was never booked there, or what is not booked under that reference. Which list of the trip says what there is to cancel?",
      },
    ],
  },
  {
    id: "given-up",
    title: "A trip that was refused a part ends with TripGivenUp",
    covers: (at) => is(at, "ReportRefused"),
    message: (at) =>
      `${asked(at)} came. Your \`decide\` answered with ${answered(at)}. ` +
      (of(at.actualResult, "TripGivenUp").length === 0
        ? "The bookings are settled, and the trip is still open: nothing in the log tells the traveller that she stays at home. What is the last thing that happens to it?"
        : "The report, the cancellations and the end of the trip: each happens once, in this order. What of your answer does not belong there?"),
  },
  {
    id: "confirmed",
    title: "Three bookings make TripConfirmed",
    covers: (at) => is(at, "ReportBooked") && bookings(at).length === 2,
    message: (at) =>
      `${asked(at)} came, and with it all three parts are booked. Your \`decide\` answered with ${answered(at)}. ${stands(at)} What does the traveller wait for now?`,
  },
  {
    id: "way-there",
    title: "Flight, hotel and car are asked for one after the other",
    covers: () => true,
    message: (at) => {
      const requests = of(at.actualResult, "BookingRequested");
      if (requests.length > 1)
        return `${asked(at)} came, and your \`decide\` asks for ${listed(requests.map(partOf))} at once. ${stands(at)} They are asked for one after the other, so that a refusal finds as little as possible to cancel. Which one comes next?`;
      const next = of(at.expectedResult, "BookingRequested").map(partOf);
      return requests.length === 0 && next.length > 0
        ? `${asked(at)} came, and your \`decide\` asks for nothing: it answered with ${answered(at)}. ${stands(at)} No company does anything before it is asked. Which part comes next?`
        : `${asked(at)} came. Your \`decide\` answered with ${answered(at)}. ${stands(at)} What of that is missing in the log, and what stands there already?`;
    },
  },
];

export default {
  checks,
  // Whatever else the state remembers is the learner's own.
  compare: (state) => {
    if (!isObject(state)) return null;
    const { planned, requested, booked, refused, cancelled, outcome } = state as { [name: string]: Json };
    return { planned, requested, booked, refused, cancelled, outcome } as Json;
  },
  // The words of a reason are the learner's; ids and times of new events are filled in by whoever appends them.
  compareResult: (result) => {
    if (kindOf(result) === "rejected") return { rejected: true };
    if (!Array.isArray(result)) return result;
    return result.map((event) =>
      isObject(event) ? { type: event.type ?? null, data: event.data ?? null } : event,
    );
  },
  cases: [
    {
      records: [],
      commands: [
        { type: "Continue", data: {} },
        { type: "ReportBooked", data: { part: "flight", reference: "TP-1" } },
      ],
    },
  ],
  generated: { cases: trips, possible: couldHaveHappened },
  words: {
    mutation: (at, path) =>
      at.command
        ? `At ${asked(at)} your \`decide\` changed the trip it was given, at \`${path}\`. It only answers; what is in the trip comes from records that were appended. Which copy could you turn round instead?`
        : `At ${place(at)} your \`evolve\` changed the trip it was given, at \`${path}\`. That trip is the state after the record before, and it is past. What did the given code return instead?`,
  },
} satisfies ExerciseChecks;

function isPlanned({ before }: At): boolean {
  return isObject(before) && before.planned === true;
}

function isReportedBefore(at: At): boolean {
  const { refused } = at.before as { refused: Json };
  return !is(at, "Continue") && (refused === named(at) || bookings(at).includes(named(at)));
}

function partOf(event: Json): string {
  return isObject(event) && isObject(event.data) ? String(event.data.part) : "";
}
