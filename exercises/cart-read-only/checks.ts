import type { Json } from "../../engine/fold/json.ts";
import type { At, ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  additionNamed,
  countOf,
  differing,
  earlierCorrection,
  isRecord,
  linesOf,
  offsetAt,
  offsetOf,
  shopperOf,
  textOf,
} from "./cart-events.ts";
import { couldHaveHappened, generatedLogs } from "./generated-logs.ts";
import { figure, inFigures, inWords, listed, named } from "./words.ts";

export default {
  // Any other memory in the state is the learner's own.
  compare: (state) => (isRecord(state) && isRecord(state.lines ?? null) ? (state.lines ?? null) : null),
  checks: [
    {
      id: "removal",
      title: "A removal takes out what it says",
      covers: (at) => at.event?.type === "ItemRemoved" && !onlyEmptyLines(at),
      message: removal,
    },
    {
      id: "revert-by-id",
      title: "A correction takes back the addition it names",
      covers: (at) => at.event?.type === "AdditionReverted" && !nothingLeft(at) && !onlyEmptyLines(at),
      message: revertById,
    },
    {
      id: "revert-once",
      title: "A correction with nothing left to take back changes nothing",
      covers: (at) => at.event?.type === "AdditionReverted" && nothingLeft(at) && !onlyEmptyLines(at),
      message: revertOnce,
    },
    {
      id: "no-empty-line",
      title: "A line at 0 disappears",
      covers: onlyEmptyLines,
      message: (at) =>
        `After offset ${offsetAt(at)} there are no ${named(emptyLines(at)[0] ?? "", 0)} left. ` +
        "A line with 0 pieces is still in the cart. What should a cart show of a thing it no longer holds?",
    },
    {
      id: "other-records",
      title: "Additions add, and every other record changes nothing",
      covers: () => true,
      message: otherRecord,
    },
  ],
  generated: { cases: generatedLogs, possible: couldHaveHappened },
  words: {
    mutation: (at, path) => {
      const last = at.history.at(-1);
      const past = last
        ? `That cart is the state after offset ${offsetOf(last)}, and it is past.`
        : "That cart is the empty one every fold starts from.";
      return (
        `Your code changed the cart it was given, at \`${path}\`. ${past} ` +
        "What would you return if you could only create and read?"
      );
    },
  },
} satisfies ExerciseChecks;

function removal(at: At): string {
  const { event } = at;
  if (!event) return otherRecord(at);
  const [sku, qty] = [textOf(event, "sku"), countOf(event, "qty")];
  const record = `At offset ${offsetAt(at)} ${shopperOf(at)} took out ${inWords(sku, qty)}.`;
  const others = differing(at.expected, at.actual).filter((other) => other !== sku);
  if (others.length > 0)
    return `${record} In your cart ${changed(at, others)}. What does this record say about them?`;
  const [before, now] = [linesOf(at.before)[sku], linesOf(at.actual)[sku]];
  const still = before === now ? "still" : "now";
  return `${record} Your cart ${still} holds ${figure(now)}. Which case of \`evolve\` ran for this record?`;
}

function revertById(at: At): string {
  const { event } = at;
  if (!event) return otherRecord(at);
  const id = textOf(event, "revertsId");
  const sku = String(linesOf(additionNamed(at, id)?.data ?? null).sku);
  const offsets = at.history
    .filter((earlier) => earlier.type === "ItemAdded" && textOf(earlier, "sku") === sku)
    .map(offsetOf);
  const look =
    offsets.length < 2
      ? `Look at offset ${offsets[0]}: how many did it put in?`
      : `Look at offsets ${listed(offsets)}: which of the ${inCount(offsets.length)} is ${id}, and how many did it put in?`;
  return `At offset ${offsetAt(at)} ${took(at)}. The correction names ${id}. ${look}`;
}

function revertOnce(at: At): string {
  const { event } = at;
  if (!event) return otherRecord(at);
  const offset = offsetAt(at);
  const id = textOf(event, "revertsId");
  const [sku] = differing(at.expected, at.actual);
  if (sku === undefined) return stopped(at);
  const shows = `After offset ${offset} your cart holds ${inFigures(sku, linesOf(at.actual)[sku])}.`;
  const before = earlierCorrection(at, id);
  return before && additionNamed(at, id)
    ? `${shows} Offset ${offsetOf(before)} already took back ${id}; offset ${offset} names it again. ` +
        `How could \`evolve\` know that nothing of ${id} is left?`
    : `${shows} Offset ${offset} names ${id}, and no addition before it has that name. What is there to take out?`;
}

function otherRecord(at: At): string {
  const { event } = at;
  const called = event ? "evolve" : "initialState";
  const place = event ? `After offset ${offsetAt(at)}` : "Before the first record";
  if (!isRecord(at.actual)) return `${place} your cart has no \`lines\`. What does \`${called}\` return?`;
  const skus = differing(at.expected, at.actual);
  if (skus.length === 0) return stopped(at);
  const holds = listed(skus.map((sku) => inFigures(sku, linesOf(at.actual)[sku])));
  if (!event)
    return `${place} your cart holds ${holds}. Nothing has happened yet. What is in a cart before that?`;
  return (
    `The record at offset ${offsetAt(at)} is ${event.type}. After it your cart holds ${holds}. ` +
    "Which case of `evolve` ran, and what did it return?"
  );
}

/** The carts agree and still the fold parts here: the learner's code stopped at this record. */
function stopped(at: At): string {
  return (
    `At offset ${offsetAt(at)} your code stopped. The record is in the log; \`evolve\` comes too late to refuse it. ` +
    "What is the cart after a record that gives it nothing to do?"
  );
}

/** Nothing of the named addition is left: it was taken back before, or this log never had it. */
function nothingLeft(at: At): boolean {
  const id = at.event ? textOf(at.event, "revertsId") : "";
  return earlierCorrection(at, id) !== undefined || additionNamed(at, id) === undefined;
}

function emptyLines(at: At): string[] {
  return differing(at.expected, at.actual).filter((sku) => linesOf(at.actual)[sku] === 0);
}

function onlyEmptyLines(at: At): boolean {
  if (!at.event) return false;
  const empty = emptyLines(at).length;
  return empty > 0 && empty === differing(at.expected, at.actual).length;
}

/** "you took out 1 t-shirt", from the carts before and after. */
function took(at: At): string {
  const skus = differing(at.before, at.actual);
  if (skus.length === 0) return "your cart stayed as it was";
  const by = skus.map((sku) => ({ sku, qty: count(at.before, sku) - count(at.actual, sku) }));
  const out = by.filter(({ qty }) => qty > 0).map(({ sku, qty }) => inFigures(sku, qty));
  const put = by.filter(({ qty }) => qty < 0).map(({ sku, qty }) => inFigures(sku, -qty));
  const parts = [
    out.length > 0 && `you took out ${listed(out)}`,
    put.length > 0 && `you put in ${listed(put)}`,
  ];
  return (
    parts.filter((part) => part !== false).join(" and ") || `your cart became ${JSON.stringify(at.actual)}`
  );
}

/** "the hats went from 1 to none". */
function changed(at: At, skus: string[]): string {
  const [before, now] = [linesOf(at.before), linesOf(at.actual)];
  return listed(
    skus.map((sku) => `the ${named(sku, 0)} went from ${figure(before[sku])} to ${figure(now[sku])}`),
  );
}

function count(compared: Json, sku: string): number {
  const held = linesOf(compared)[sku];
  return held === undefined ? 0 : Number(held);
}

function inCount(n: number): string {
  return ["", "", "two", "three", "four", "five"][n] ?? String(n);
}
