import type { Check, CheckContext, ExerciseChecks } from "../../../../../engine/grading/checks.ts";
import type { TicketEvent } from "./events.d.ts";
import { generated } from "./logs.ts"; // course

type ByDay = Record<string, number>;

/** The events that the function was given. */
const events = (at: CheckContext) => (at.args?.[0] ?? []) as unknown as TicketEvent[];
const dayOf = (sale: TicketEvent) => sale.metadata.occurredAt.slice(0, 10);
const byDay = (result: unknown): ByDay =>
  typeof result === "object" && result !== null ? (result as ByDay) : {};

/** A day for which the answer is too high, else one for which it is too low. */
function wrongDay(at: CheckContext): string {
  const [expected, actual] = [byDay(at.expectedResult), byDay(at.actualResult)];
  const days = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].toSorted();
  const tooHigh = days.find((day) => (actual[day] ?? 0) > (expected[day] ?? 0));
  return tooHigh ?? days.find((day) => actual[day] !== expected[day]) ?? "";
}

function on(at: CheckContext, type: string): number {
  const found = events(at).filter((sale) => sale.type === type && dayOf(sale) === wrongDay(at));
  return found.reduce((sum, { data }) => sum + data.count, 0);
}

const sold = (at: CheckContext) => on(at, "TicketsSold");
const returned = (at: CheckContext) => on(at, "TicketsReturned");
// course only
const unknown = (at: CheckContext) =>
  events(at)
    .map(({ type }): string => type)
    .find((type) => type !== "TicketsSold" && type !== "TicketsReturned");
// end of course only
/** Where, and what the function answered. */
const answered = (at: CheckContext) =>
  `Up to offset ${events(at).length - 1}, your function answered ${byDay(at.actualResult)[wrongDay(at)] ?? "nothing"} for ${wrongDay(at)}.`;

// The first check that covers the difference speaks. A sentence says where, what the function answered and what the log
// says, and asks one question.
const checks: Check[] = [
  {
    id: "answer",
    title: "The answer holds a number for each day",
    covers: (at) => typeof at.actualResult !== "object" || wrongDay(at) === "",
    message: (at) =>
      `Up to offset ${events(at).length - 1}, your function answered ${JSON.stringify(at.actualResult) ?? "nothing"}. The log knows days, and tickets for each of them. What should the answer look like?`,
  },
  // course only
  {
    id: "others",
    title: "A record of another type changes nothing",
    covers: (at) => unknown(at) !== undefined,
    message: (at) =>
      `${answered(at)} Among the records is a ${unknown(at)}, which says nothing of tickets. What does your code do with the records after it?`,
  },
  // end of course only
  {
    id: "day",
    title: "A ticket counts for the day on which it went out or came back",
    covers: (at) => sold(at) === 0,
    message: (at) =>
      `${answered(at)} On ${wrongDay(at)} nothing was sold, and ${returned(at)} came back. To which day does a return belong?`,
  },
  {
    id: "returned",
    title: "TicketsReturned: fewer tickets on that day",
    covers: (at) => Number(byDay(at.actualResult)[wrongDay(at)]) > sold(at) - returned(at),
    message: (at) =>
      `${answered(at)} Sold on that day: ${sold(at)}, given back: ${returned(at)}. Which of these records did your code not count?`,
  },
  {
    id: "sold",
    title: "TicketsSold: more tickets on that day",
    covers: () => true,
    message: (at) =>
      `${answered(at)} Sold on that day: ${sold(at)}, given back: ${returned(at)}. What does one record add?`,
  },
];

// course only
/** A record that says nothing of tickets lies between two that do. */
const cleaned: NonNullable<ExerciseChecks["cases"]>[number] = {
  records: ["TicketsSold", "HallCleaned", "TicketsSold"].map((type, at) => ({
    key: "lux",
    event: {
      type,
      data: { count: 2 },
      metadata: { id: `cleaned-${at}`, occurredAt: `2026-05-12T17:0${at}:00Z` },
    },
  })),
};

// end of course only
export default {
  checks,
  cases: [cleaned], // course
  generated, // course
} satisfies ExerciseChecks;
