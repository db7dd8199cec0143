import type { Check, CheckContext, ExerciseChecks } from "../../../../../engine/grading/checks.ts";
import type { TicketEvent } from "./events.d.ts";
import { generated } from "./logs.ts"; // course

type Evening = { sold?: number; takings?: number };

/** Whatever a learner made of the state: what is not there reads as undefined. */
const evening = (state: unknown) => (state ?? {}) as Evening;
const sale = (at: CheckContext<TicketEvent>) => at.event?.data ?? { count: 0, cents: 0 };
const tickets = (n: number) => (n === 1 ? "1 ticket" : `${n} tickets`);
const shown = (state: unknown) =>
  `${evening(state).sold ?? "nothing"} sold and ${evening(state).takings ?? "no"} cents`;

// The first check that covers the step at which the learner's fold goes wrong speaks. A sentence says where, what the
// fold shows and what the record says, and asks one question.
const checks: Check<TicketEvent>[] = [
  {
    id: "sold",
    title: "TicketsSold: more seats sold, more money",
    covers: (at) => at.event?.type === "TicketsSold",
    message: (at) =>
      `At offset ${at.offset} the box office sold ${tickets(sale(at).count)} for ${sale(at).cents} cents each. Your evening went from ${shown(at.before)} to ${shown(at.actual)}. What does this record add to each of the two?`,
  },
  {
    id: "returned",
    title: "TicketsReturned: fewer seats sold, less money",
    covers: (at) => at.event?.type === "TicketsReturned",
    message: (at) =>
      `At offset ${at.offset}, ${tickets(sale(at).count)} came back at ${sale(at).cents} cents each. Your evening went from ${shown(at.before)} to ${shown(at.actual)}. Which of the two numbers should this record move, and how far?`,
    // A mistake that many make has a sentence of its own.
    known: [
      {
        when: (at) => Number(evening(at.actual).sold) > Number(evening(at.before).sold),
        says: (at) =>
          `At offset ${at.offset}, ${tickets(sale(at).count)} came back, and your evening counts them as if they had been sold: ${shown(at.actual)}. Who sits in these seats now?`,
      },
    ],
  },
  {
    id: "evening",
    title: "The evening shows what the log says",
    covers: () => true,
    message: (at) =>
      at.offset === null
        ? `Before offset 0 your evening shows ${shown(at.actual)}. The box office has just opened. What has been sold so far?`
        : `At offset ${at.offset}, ${at.event?.type}, your evening went from ${shown(at.before)} to ${shown(at.actual)}. Does this record change anything about it?`,
  },
];

export default {
  checks,
  compare: (state) => ({ sold: evening(state).sold ?? null, takings: evening(state).takings ?? null }),
  generated, // course
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the evening it was given, at \`${path}\`. That is the evening before this record, and somebody may still need it. What could \`evolve\` return instead?`,
  },
} satisfies ExerciseChecks<TicketEvent>;
