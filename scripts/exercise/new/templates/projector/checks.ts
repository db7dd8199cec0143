import type { Check, CheckContext, ExerciseChecks } from "../../../../../engine/grading/checks.ts";
import type { TicketEvent } from "./events.d.ts";
import { generated } from "./logs.ts"; // course

type Seats = Record<string, number>;
type Views = { seats?: Seats; takings?: number };

/** Whatever a learner made of the views: what is not there reads as nothing. */
const seats = (views: unknown): Seats => (views as Views | null)?.seats ?? {};
const takings = (views: unknown) => (views as Views | null)?.takings; // course
const sale = (at: CheckContext<TicketEvent>) => at.event?.data ?? { showing: "", count: 0, cents: 0 };
const tickets = (n: number) => (n === 1 ? "1 ticket" : `${n} tickets`);
const visitors = (n: number | undefined) => (n === 1 ? "1 visitor" : `${n ?? "no"} visitors`);
/** How many visitors a view shows for the showing that the record names. */
const there = (at: CheckContext<TicketEvent>, views: unknown) => seats(views)[sale(at).showing];
const shown = (at: CheckContext<TicketEvent>) =>
  Object.entries(seats(at.actual))
    .map(([showing, count]) => `${showing} with ${count}`)
    .join(" and ") || "no showing at all";

// The first check that covers the step at which the learner's fold goes wrong speaks. A sentence says where, what the
// fold shows and what the record says, and asks one question.
const checks: Check<TicketEvent>[] = [
  // course only
  {
    id: "takings",
    title: "The money in the drawer",
    covers: (at) => takings(at.actual) !== takings(at.expected),
    message: (at) =>
      at.event === null
        ? `Before offset 0 \`takings\` shows ${takings(at.actual) ?? "nothing"}. The box office has just opened, and the drawer is empty. What has your code changed in the view that was finished?`
        : `At offset ${at.offset}, ${at.event.type}, ${tickets(sale(at).count)} at ${sale(at).cents} cents each, \`takings\` went from ${takings(at.before)} to ${takings(at.actual) ?? "nothing"}. It was finished when you opened it. What have you changed there?`,
  },
  // end of course only
  {
    id: "sold",
    title: "TicketsSold: more visitors for that showing, as many for the others",
    covers: (at) => at.event?.type === "TicketsSold",
    message: (at) =>
      there(at, at.actual) === there(at, at.expected)
        ? `At offset ${at.offset} the box office sold ${tickets(sale(at).count)} for ${sale(at).showing}. Your view shows ${shown(at)}, and the record says nothing about other showings. Where have the others gone?`
        : `At offset ${at.offset} the box office sold ${tickets(sale(at).count)} for ${sale(at).showing}. Your view shows ${visitors(there(at, at.actual))} for it. How many were there before this record?`,
  },
  {
    id: "returned",
    title: "TicketsReturned: fewer visitors, and an empty showing disappears",
    covers: (at) => at.event?.type === "TicketsReturned",
    message: (at) =>
      `At offset ${at.offset}, ${tickets(sale(at).count)} for ${sale(at).showing} came back. Your view shows ${visitors(there(at, at.actual))} for it, and before this record there were ${there(at, at.before) ?? "none"}. How many still have a ticket?`,
    // course only
    // A mistake that many make has a sentence of its own.
    known: [
      {
        when: (at) => there(at, at.actual) === 0,
        says: (at) =>
          `At offset ${at.offset} the last ticket for ${sale(at).showing} came back, and your view still shows that showing with 0 visitors. Nobody sits there any more. What should Pavlo read about it?`,
      },
    ],
    // end of course only
  },
  {
    id: "views",
    title: "The views show what the log says",
    covers: () => true,
    message: (at) =>
      at.event === null
        ? `Before offset 0 your \`seats\` shows ${shown(at)}. The box office has just opened. Who has a ticket yet?`
        : `At offset ${at.offset}, ${at.event.type}, your \`seats\` shows ${shown(at)}. Does this record change anything about the seats?`,
  },
];

export default {
  checks,
  compare: (views) => ({
    seats: seats(views),
    takings: takings(views) ?? null, // course
  }),
  generated, // course
  // course only
  words: {
    mutation: (at) =>
      `At offset ${at.offset} your code changed the view it was given. Pavlo may be reading that view right now. What does \`takings\` do instead?`,
  },
  // end of course only
} satisfies ExerciseChecks<TicketEvent>;
