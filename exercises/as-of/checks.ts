import { isObject, type Json } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { differingParts, joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import { countInFigures } from "../cart-read-only/messages.ts";
import type { CartEvent } from "./events.d.ts";
import { generated } from "./logs.ts";

type Question = "asOfOffset" | "asOfKnownAt" | "asOfTrueAt";

/** Offsets as numbers, times as texts of one form. */
const byPlace = (a: string, b: string) => Number(a) - Number(b) || a.localeCompare(b);

const eventsOf = (at: CheckContext) => (at.args?.[0] ?? []) as unknown as CartEvent[];
const answersTo = (result: Json | undefined, question: Question) => partsOf(partsOf(result)[question]);
/** Where the learner's answers to a question differ: offsets, or times. */
const differing = (at: CheckContext, question: Question) =>
  differingParts(answersTo(at.expectedResult, question), answersTo(at.actualResult, question)).toSorted(
    byPlace,
  );

/** "1 t-shirt and 1 hat". */
function holds(cart: Json | undefined): string {
  if (!isObject(cart)) return "no cart";
  const lines = Object.entries(cart).map(([sku, qty]) => countInFigures(sku, qty));
  return joinWithAnd(lines, "an empty cart");
}

/** The cart that the learner's function returned there. */
const answered = (at: CheckContext, question: Question, where: string) =>
  `Your function returns ${holds(answersTo(at.actualResult, question)[where])}.`;
const clock = (time: string | number) => new Date(time).toISOString().slice(5, 16).replace("T", " at ");
/** "offset 4: happened 05-11 at 17:50, in Kafka from 05-11 at 18:20" of a record with two times. */
function lateRecord(at: CheckContext): string {
  const late = eventsOf(at).find(({ metadata }) => metadata.timestamp !== Date.parse(metadata.occurredAt));
  if (!late) return "";
  const { position, occurredAt, timestamp } = late.metadata;
  return ` The record at offset ${position.offset} happened on ${clock(occurredAt)}, and Kafka got it on ${clock(timestamp)}.`;
}

const checks: Check[] = [
  {
    id: "offset",
    title: "asOfOffset counts the records up to this offset",
    covers: (at) => differing(at, "asOfOffset").length > 0,
    message(at) {
      const [offset = ""] = differing(at, "asOfOffset");
      const before = eventsOf(at).filter(({ metadata }) => metadata.position.offset <= Number(offset));
      const count = before.length === 1 ? "1 record" : `${before.length} records`;
      const gaps = before.length > Number(offset) ? "" : " (offsets are missing in it)";
      return `${answered(at, "asOfOffset", offset)} The question is the cart as of offset ${offset}. Up to there this log has ${count}${gaps}, and the last one is ${before.at(-1)?.type}. Which records did your function give to \`fold\`?`;
    },
  },
  {
    id: "known-at",
    title: "asOfKnownAt counts what Kafka had at this time",
    covers: (at) => differing(at, "asOfKnownAt").length > 0,
    message(at) {
      const [time = ""] = differing(at, "asOfKnownAt");
      return `Known on ${clock(time)}: ${answered(at, "asOfKnownAt", time)}${lateRecord(at)} What could the shop see in Kafka at this time, this minute included?`;
    },
  },
  {
    id: "true-at",
    title: "asOfTrueAt counts what had happened at this time",
    covers: (at) => differing(at, "asOfTrueAt").length > 0,
    message(at) {
      const [time = ""] = differing(at, "asOfTrueAt");
      return `True on ${clock(time)}: ${answered(at, "asOfTrueAt", time)}${lateRecord(at)} What had happened at this time, wherever its record is in the log?`;
    },
  },
  {
    id: "answers",
    title: "answers returns the three lists of carts",
    covers: () => true,
    message: () =>
      "`answers` did not return its three lists of carts. It was finished when you opened the exercise. Did your code stop, or did you change this function?",
  },
];

export default { checks, generated } satisfies ExerciseChecks;
