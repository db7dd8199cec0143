import type { Case, Check, CheckContext, ExerciseChecks } from "../../../../../engine/grading/checks.ts";
import { generated } from "./logs.ts"; // course

type Answered = { type?: string; data?: { count?: number } }[];

const seats = 8;
const sold = (state: unknown) => (state as { sold?: number } | null)?.sold;
const count = (at: CheckContext) => (at.command?.data as { count?: number } | undefined)?.count ?? 0;
const wish = (at: CheckContext) => `${at.command?.type} (${count(at)})`;
const refused = (result: unknown) => typeof result === "object" && result !== null && "rejected" in result;
const accepted = (result: unknown): result is Answered => Array.isArray(result);
/** What `decide` answered: "TicketsSold of 2 and TicketsSold of 1". */
const answered = (at: CheckContext) =>
  accepted(at.actualResult)
    ? at.actualResult.map(({ type, data }) => `${type} of ${data?.count ?? "nothing"}`).join(" and ") ||
      "an empty list"
    : JSON.stringify(at.actualResult);

// The first check that covers the step at which the learner's fold goes wrong speaks. A sentence says where, what the
// fold shows and what the record or the command says, and asks one question.
const checks: Check[] = [
  {
    id: "fold",
    title: "evolve folds everything in the log, and refuses nothing",
    covers: (at) => at.command === null,
    message: (at) =>
      at.event === null
        ? `Before offset 0 your hall shows ${sold(at.actual) ?? "nothing"} sold. The box office has just opened. What has been sold so far?`
        : `At offset ${at.offset}, ${at.event.type}, your hall went from ${sold(at.before)} to ${sold(at.actual) ?? "nothing"} sold. The record is already in the log, so \`evolve\` cannot refuse it. What have you changed there?`,
  },
  {
    id: "answer",
    title: "decide answers with events or with a reason",
    covers: (at) => !accepted(at.actualResult) && !refused(at.actualResult),
    message: (at) =>
      at.actualResult === undefined
        ? `At ${wish(at)} your \`decide\` stopped instead of answering. A refusal is not an error. How does ReturnTickets say no?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at)}, which is neither a list of events nor \`{ rejected: reason }\`. Which event happens if you say yes?`,
  },
  {
    id: "full",
    title: "SellTickets is refused where the free seats are not enough",
    covers: (at) =>
      at.command?.type === "SellTickets" && refused(at.expectedResult) && accepted(at.actualResult),
    message: (at) =>
      `At ${wish(at)} your \`decide\` answered with ${answered(at)}; ${sold(at.before)} of the ${seats} seats were sold. That makes ${Number(sold(at.before)) + count(at)} visitors for ${seats} seats. What does \`decide\` know about the hall when the command comes?`,
  },
  {
    id: "room",
    title: "SellTickets is accepted as long as there is room for all",
    covers: (at) => at.command?.type === "SellTickets" && refused(at.actualResult),
    message: (at) =>
      `Your \`decide\` refused ${wish(at)}; ${sold(at.before)} of the ${seats} seats were sold. How many seats are free before this command, and how many after it?`,
  },
  {
    id: "fact",
    title: "The answer says what has happened, in one event",
    covers: () => true,
    message: (at) =>
      refused(at.actualResult)
        ? `Your \`decide\` refused ${wish(at)}; ${sold(at.before)} tickets were out. The rule is about free seats. Which of your conditions was true?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at)}; ${sold(at.before)} tickets were out. What exactly has happened, and how often?`,
  },
];

/** A Friday from before the rule: more tickets are out than there are seats. */
const friday: Case = {
  records: [5, 4].map((count, at) => ({
    key: "small-hall",
    event: {
      type: "TicketsSold",
      data: { count },
      metadata: { id: `friday-${at}`, occurredAt: `2026-05-08T17:0${at}:00Z` },
    },
  })),
  commands: [
    { type: "SellTickets", data: { count: 1 } },
    { type: "ReturnTickets", data: { count: 9 } },
  ],
};

export default {
  checks,
  compare: (state) => ({ sold: sold(state) ?? null }),
  // The words of a reason are the learner's.
  compareResult: (result) => (refused(result) ? { rejected: true } : result),
  cases: [friday],
  generated, // course
  words: {
    mutation: (at, path) =>
      at.command === null
        ? `At offset ${at.offset} your \`evolve\` changed the hall it was given, at \`${path}\`. That is the hall before this record, and somebody may still need it. What could it return instead?`
        : `At ${wish(at)} your \`decide\` changed the hall it was given, at \`${path}\`. \`decide\` only gives an answer, and its event changes the hall later. Which function folds that event?`,
  },
} satisfies ExerciseChecks;
