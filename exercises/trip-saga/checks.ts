import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { describePosition, joinWithAnd } from "../../engine/grading/message-parts.ts";
import { generated } from "./logs.ts";
import {
  bookedParts,
  commandedPart,
  describeAnswer,
  describeCommand,
  describeTrip,
  partsLeftBooked,
} from "./messages.ts";

type Answer = "accepted" | "rejected" | "unreadable";

function kindOf(result: Json | undefined): Answer {
  if (Array.isArray(result))
    return result.every((event) => isObject(event) && typeof event.type === "string")
      ? "accepted"
      : "unreadable";
  return isObject(result) && "rejected" in result ? "rejected" : "unreadable";
}

const expects = (at: CheckContext, answer: Answer) => kindOf(at.expectedResult) === answer;
const answers = (at: CheckContext, answer: Answer) => kindOf(at.actualResult) === answer;
const is = (at: CheckContext, type: string) => at.command?.type === type;
/** The command's events of one type, as the reference or the learner answers. */
const of = (result: Json | undefined, type: string) =>
  Array.isArray(result) ? result.filter((event) => isObject(event) && event.type === type) : [];
const cancels = (result: Json | undefined) =>
  of(result, "PartCancelled").map((event) => JSON.stringify(event));
const unsorted = (at: CheckContext) =>
  sameJson(cancels(at.expectedResult).toSorted(), cancels(at.actualResult).toSorted());

const checks: Check[] = [
  {
    id: "fold",
    title: "evolve folds every record as it was given",
    covers: (at) => at.command === null,
    message: (at) =>
      `After ${describePosition(at.position, "the start")}${at.event ? `, ${at.event.type},` : ""} your trip is ${JSON.stringify(at.actual)}. The record says what happened, and \`evolve\` was finished when you opened it. What have you changed there?`,
  },
  {
    id: "answer",
    title: "decide answers with events or with a reason",
    covers: (at) => answers(at, "unreadable"),
    message: (at) =>
      at.actualResult === undefined
        ? `At ${describeCommand(at)} your \`decide\` stopped instead of answering. ${describeTrip(at)} Somebody waits for an answer, and a refusal is not an error. Which answer says no?`
        : `At ${describeCommand(at)} your \`decide\` answered with something that is neither a list of events nor \`{ rejected: reason }\`. ${describeTrip(at)} Which of your lines gave that answer?`,
  },
  {
    id: "not-asked",
    title: "What was not planned, or not asked for, is rejected",
    covers: (at) => expects(at, "rejected"),
    message: (at) =>
      isPlanned(at)
        ? `${describeCommand(at)} came, but nobody has asked for that part. Your \`decide\` answered with ${describeAnswer(at)}. ${describeTrip(at)} Which field of the trip shows that this part was not asked for?`
        : `${describeCommand(at)} came before any trip was planned. Your \`decide\` answered with ${describeAnswer(at)}. The log holds no plan. Which trip could go on?`,
  },
  {
    id: "reported-again",
    title: "A further report about a part adds nothing",
    covers: isReportedBefore,
    message: (at) =>
      `${describeCommand(at)} came, but a report about the ${commandedPart(at)} came before. Your \`decide\` answered with ${describeAnswer(at)}. ${describeTrip(at)} ` +
      "What of this answer is not in the log yet?",
    known: [
      {
        when: (at) => answers(at, "rejected"),
        says: (at) =>
          `${describeCommand(at)} came, but a report about the ${commandedPart(at)} came before. Your \`decide\` rejected it. ${describeTrip(at)} ` +
          "A sender that got no answer sends its command again, and that is no mistake. Which answer says that nothing is missing?",
      },
    ],
  },
  {
    id: "way-back",
    title: "A refusal cancels what is booked, the last first",
    covers: (at) =>
      is(at, "ReportRefused") && !sameJson(cancels(at.expectedResult), cancels(at.actualResult)),
    message: (at) =>
      `${describeCommand(at)} came. ${describeTrip(at)} Your \`decide\` answered with ${describeAnswer(at)}. ` +
      `After that, ${joinWithAnd(partsLeftBooked(at), "nothing")} would still be booked, for a trip that nobody makes. What must be cancelled?`,
    known: [
      {
        when: unsorted,
        says: (at) =>
          `${describeCommand(at)} came. Your \`decide\` cancels ${joinWithAnd(of(at.actualResult, "PartCancelled").map(partOf), "nothing")}, in the order in which they were booked. ${describeTrip(at)} ` +
          "The last booking is cancelled first. Which booking is the last?",
      },
      {
        when: (at) => partsLeftBooked(at).length === 0,
        says: (at) =>
          `${describeCommand(at)} came. Your \`decide\` answered with ${describeAnswer(at)}. ${describeTrip(at)} ` +
          "A company would have to cancel something that was never booked, or not under that reference. Which list of the trip says what to cancel?",
      },
    ],
  },
  {
    id: "given-up",
    title: "A trip that was refused a part ends with TripGivenUp",
    covers: (at) => is(at, "ReportRefused"),
    message: (at) =>
      `${describeCommand(at)} came. Your \`decide\` answered with ${describeAnswer(at)}. ` +
      (of(at.actualResult, "TripGivenUp").length === 0
        ? "The bookings are cancelled, and the trip is still open: no event tells the traveller that she stays at home. Which event ends a trip?"
        : "The report, the cancellations and the end of the trip each happen once, in this order. Which event of your answer does not belong there?"),
  },
  {
    id: "confirmed",
    title: "Three bookings make TripConfirmed",
    covers: (at) => is(at, "ReportBooked") && bookedParts(at).length === 2,
    message: (at) =>
      `${describeCommand(at)} came, and with it all three parts are booked. Your \`decide\` answered with ${describeAnswer(at)}. ${describeTrip(at)} Which event is the traveller waiting for now?`,
  },
  {
    id: "way-there",
    title: "Flight, hotel and car are asked for one after the other",
    covers: () => true,
    message: (at) => {
      const requests = of(at.actualResult, "BookingRequested");
      if (requests.length > 1)
        return `${describeCommand(at)} came, and your \`decide\` asks for ${joinWithAnd(requests.map(partOf))} at once. ${describeTrip(at)} Ask for one after the other, so that as little as possible has to be cancelled after a refusal. Which one comes next?`;
      const next = of(at.expectedResult, "BookingRequested").map(partOf);
      return requests.length === 0 && next.length > 0
        ? `${describeCommand(at)} came, and your \`decide\` asks for nothing: it answered with ${describeAnswer(at)}. ${describeTrip(at)} No company does anything before it is asked. Which part comes next?`
        : `${describeCommand(at)} came. Your \`decide\` answered with ${describeAnswer(at)}. ${describeTrip(at)} Which of these events are missing in the log, and which are in it already?`;
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
  // The words of a reason are the learner's. The program that appends new events fills in their ids and times.
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
  generated,
  words: {
    mutation: (at, path) =>
      at.command
        ? `At ${describeCommand(at)} your \`decide\` changed the trip it was given, at \`${path}\`. \`decide\` only gives an answer; the trip changes when events are appended and folded. Which copy could you change instead?`
        : `At ${describePosition(at.position, "the start")} your \`evolve\` changed the trip it was given, at \`${path}\`. That trip is the state after the record before, and somebody may still need it. What did the given code return instead?`,
  },
} satisfies ExerciseChecks;

function isPlanned({ before }: CheckContext): boolean {
  return isObject(before) && before.planned === true;
}

function isReportedBefore(at: CheckContext): boolean {
  const { refused } = at.before as { refused: Json };
  return (
    !is(at, "Continue") && (refused === commandedPart(at) || bookedParts(at).includes(commandedPart(at)))
  );
}

function partOf(event: Json): string {
  return isObject(event) && isObject(event.data) ? String(event.data.part) : "";
}
