import { isObject, type Json } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import { countInFigures, countInWords } from "../cart-read-only/messages.ts";
import type { CartEvent } from "./events.d.ts";
import { generated } from "./logs.ts";

type At = CheckContext<CartEvent>;

/** "1 pair of pants and 2 hats"; "nothing" where there is no count. */
function counts(state: Json, part: "lines" | "takenOut"): string {
  const shown = Object.entries(partsOf(partsOf(state)[part]));
  return joinWithAnd(
    shown.map(([sku, qty]) => countInFigures(sku, qty)),
    "nothing",
  );
}

const differs = (at: At, part: "lines" | "takenOut") => counts(at.actual, part) !== counts(at.expected, part);
const shows = ({ actual }: At) =>
  `Your state has ${counts(actual, "lines")} in the cart, and ${counts(actual, "takenOut")} taken out.`;
const removed = ({ event }: At) =>
  event?.type === "ItemRemoved" ? countInWords(event.data.sku, event.data.qty) : "nothing";

const checks: Check<CartEvent>[] = [
  {
    id: "taken-out",
    title: "ItemRemoved adds its pieces to what was taken out",
    covers: (at) => at.event?.type === "ItemRemoved" && !differs(at, "lines"),
    message: (at) =>
      `At offset ${at.offset} Sanjana took out ${removed(at)}. Before it, ${counts(at.before, "takenOut")} had been taken out. ${shows(at)} What does this record add to \`takenOut\`?`,
  },
  {
    id: "stays",
    title: "What was taken out stays taken out",
    covers: (at) => at.event !== null && at.event.type !== "ItemRemoved" && !differs(at, "lines"),
    message: (at) =>
      `At offset ${at.offset} the log holds ${at.event?.type}. Before it, ${counts(at.before, "takenOut")} had been taken out. ${shows(at)} Can a later record change what was taken out earlier?`,
  },
  {
    id: "lines",
    title: "The lines are the sum of what was added and taken out",
    covers: () => true,
    message: (at) =>
      at.event
        ? `At offset ${at.offset} the log holds ${at.event.type}. The cart held ${counts(at.before, "lines")}. ${shows(at)} The lines were right in the draft. What did you change there?`
        : `Before offset 0: ${shows(at)} Nothing has happened yet. What did \`initialState\` return when you opened it?`,
  },
];

export default {
  checks,
  compare: (state) =>
    isObject(state) ? { lines: state.lines ?? null, takenOut: state.takenOut ?? null } : null,
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the state it was given, at \`${path}\`. That is the state after the record before, and this lesson goes back to such states. What did the given function \`addTo\` return instead?`,
  },
} satisfies ExerciseChecks<CartEvent>;
