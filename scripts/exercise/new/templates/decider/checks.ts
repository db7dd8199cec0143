import type { Check, CheckContext, ExerciseChecks } from "../../../../../engine/grading/checks.ts";
import { generated } from "./logs.ts"; // course

type Answered = { type?: string; data?: { count?: number } }[];
const seats = 8;
const sold = (state: unknown) => (state as { sold?: number } | null)?.sold;
const count = (at: CheckContext) => (at.command?.data as { count?: number } | undefined)?.count ?? 0;
const wish = (at: CheckContext) => `${at.command?.type} (${count(at)})`;
const refused = (result: unknown) => typeof result === "object" && result !== null && "rejected" in result;
const accepted = (result: unknown): result is Answered => Array.isArray(result);
const answered = ({ actualResult: result }: CheckContext) =>
  accepted(result)
    ? result.map((event) => `${event.type} of ${event.data?.count ?? "nothing"}`).join(" and ") || "nothing"
    : JSON.stringify(result);

// The first check that covers the step at which the learner's fold goes wrong speaks. A sentence says where, what the
// fold shows and what the record or the command says, and asks one question.
const checks: Check[] = [
  {
    id: "fold",
    title: "evolve folds everything in the log, and refuses nothing",
    covers: (at) => at.command === null,
    message: (at) =>
      `${at.event ? `At offset ${at.offset}, ${at.event.type},` : "Before offset 0"} your hall shows ${sold(at.actual) ?? "nothing"} sold. What is in the log has happened, so \`evolve\` refuses nothing. What have you changed there?`,
  },
  // course only
  {
    id: "answer",
    title: "decide answers with events or with a reason",
    covers: (at) => !accepted(at.actualResult) && !refused(at.actualResult),
    message: (at) =>
      at.actualResult === undefined
        ? `At ${wish(at)} your \`decide\` stopped instead of answering. A refusal is not an error. How does ReturnTickets say no?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at)}, which is neither a list of events nor \`{ rejected: reason }\`. Which event happens if you say yes?`,
  },
  // end of course only
  {
    id: "full",
    title: "SellTickets is refused where the free seats are not enough",
    covers: (at) =>
      at.command?.type === "SellTickets" && refused(at.expectedResult) && accepted(at.actualResult),
    message: (at) =>
      `At ${wish(at)} your \`decide\` answered with ${answered(at)}; ${sold(at.before)} of the ${seats} seats were sold. That makes ${Number(sold(at.before)) + count(at)} visitors for ${seats} seats. What does \`decide\` know about the hall when the command comes?`,
  },
  // course only
  {
    id: "room",
    title: "SellTickets is accepted as long as there is room for all",
    covers: (at) => at.command?.type === "SellTickets" && refused(at.actualResult),
    message: (at) =>
      `Your \`decide\` refused ${wish(at)}; ${sold(at.before)} of the ${seats} seats were sold. How many seats are free before this command, and how many after it?`,
  },
  // end of course only
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

// course only
/** A Friday from before the rule: more tickets are out than there are seats. */
const friday: NonNullable<ExerciseChecks["cases"]>[number] = {
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

// end of course only
export default {
  checks,
  compare: (state) => ({ sold: sold(state) ?? null }),
  compareResult: (result) => (refused(result) ? { rejected: true } : result),
  cases: [friday], // course
  generated, // course
  // course only
  words: {
    mutation: (at, path) =>
      at.command === null
        ? `At offset ${at.offset} your \`evolve\` changed the hall it was given, at \`${path}\`. That is the hall before this record, and somebody may still need it. What could it return instead?`
        : `At ${wish(at)} your \`decide\` changed the hall it was given, at \`${path}\`. \`decide\` only gives an answer, and its event changes the hall later. Which function folds that event?`,
  },
  // end of course only
} satisfies ExerciseChecks;
