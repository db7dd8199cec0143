import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  differingParts,
  formatNumber,
  joinWithAnd,
  offsetOf,
  partsOf,
} from "../../engine/grading/message-parts.ts";
import { additionNamed, countOf, earlierCorrection, offsetAt, shopperOf, textOf } from "./domain.ts";
import { generated } from "./logs.ts";
import { countInFigures, countInWords, itemName } from "./messages.ts";

export default {
  // Any other memory in the state is the learner's own.
  compare: (state) => (isObject(state) && isObject(state.lines ?? null) ? (state.lines ?? null) : null),
  checks: [
    {
      id: "removal",
      title: "A removal takes out the quantity it names",
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
      title: "A correction changes nothing if its addition is unknown or was already taken back",
      covers: (at) => at.event?.type === "AdditionReverted" && nothingLeft(at) && !onlyEmptyLines(at),
      message: revertOnce,
    },
    {
      id: "no-empty-line",
      title: "A line at 0 disappears",
      covers: onlyEmptyLines,
      message: (at) =>
        `After offset ${offsetAt(at)} there are no ${itemName(emptyLines(at)[0] ?? "", 0)} left. ` +
        "Your cart still has a line with 0 pieces. What should a cart show for an item it no longer holds?",
    },
    {
      id: "other-records",
      title: "Additions are counted as before, and CartOpened and unknown types change no line",
      covers: () => true,
      message: otherRecord,
    },
  ],
  generated,
  words: {
    mutation: (at, path) => {
      const last = at.history.at(-1);
      const past = last
        ? `That cart is the state after offset ${offsetOf(last)}, and somebody may still need it.`
        : "That cart is the empty one that every fold starts with.";
      return (
        `Your code changed the cart it was given, at \`${path}\`. ${past} ` +
        "What would you return if you could only read it?"
      );
    },
  },
} satisfies ExerciseChecks;

function removal(at: CheckContext): string {
  const { event } = at;
  if (!event) return otherRecord(at);
  const [sku, qty] = [textOf(event, "sku"), countOf(event, "qty")];
  const record = `At offset ${offsetAt(at)} ${shopperOf(at)} took out ${countInWords(sku, qty)}.`;
  const others = differingParts(at.expected, at.actual).filter((other) => other !== sku);
  if (others.length > 0)
    return `${record} In your cart ${changed(at, others)}. What does this record say about them?`;
  const [before, now] = [partsOf(at.before)[sku], partsOf(at.actual)[sku]];
  const still = before === now ? "still" : "now";
  return `${record} Your cart ${still} holds ${shown(now)}. Which case of \`evolve\` ran for this record?`;
}

function revertById(at: CheckContext): string {
  const { event } = at;
  if (!event) return otherRecord(at);
  const id = textOf(event, "revertsId");
  const sku = String(partsOf(additionNamed(at, id)?.data ?? null).sku);
  const offsets = at.history
    .filter((earlier) => earlier.type === "ItemAdded" && textOf(earlier, "sku") === sku)
    .map(offsetOf);
  const look =
    offsets.length < 2
      ? `Look at offset ${offsets[0]}: how many did it put in?`
      : `Look at offsets ${joinWithAnd(offsets)}: which of the ${inCount(offsets.length)} is ${id}, and how many did it put in?`;
  return `At offset ${offsetAt(at)} ${took(at)}. The correction names ${id}. ${look}`;
}

function revertOnce(at: CheckContext): string {
  const { event } = at;
  if (!event) return otherRecord(at);
  const offset = offsetAt(at);
  const id = textOf(event, "revertsId");
  const [sku] = differingParts(at.expected, at.actual);
  if (sku === undefined) return stopped(at);
  const shows = `After offset ${offset} your cart holds ${countInFigures(sku, partsOf(at.actual)[sku])}.`;
  const before = earlierCorrection(at, id);
  return before && additionNamed(at, id)
    ? `${shows} Offset ${offsetOf(before)} already took back ${id}; offset ${offset} names it again. ` +
        `How could \`evolve\` know that nothing of ${id} is left?`
    : `${shows} Offset ${offset} names ${id}, and no earlier addition has that name. What is there to take out?`;
}

function otherRecord(at: CheckContext): string {
  const { event } = at;
  const called = event ? "evolve" : "initialState";
  const place = event ? `After offset ${offsetAt(at)}` : "Before the first record";
  if (!isObject(at.actual)) return `${place} your cart has no \`lines\`. What does \`${called}\` return?`;
  const skus = differingParts(at.expected, at.actual);
  if (skus.length === 0) return stopped(at);
  const holds = joinWithAnd(skus.map((sku) => countInFigures(sku, partsOf(at.actual)[sku])));
  if (!event) return `${place} your cart holds ${holds}. Nothing has happened yet. What is in a new cart?`;
  return (
    `The record at offset ${offsetAt(at)} is ${event.type}. After it your cart holds ${holds}. ` +
    "Which case of `evolve` ran, and what did it return?"
  );
}

/** The carts are equal and the folds still differ here: the learner's code stopped at this record. */
function stopped(at: CheckContext): string {
  return (
    `At offset ${offsetAt(at)} your code stopped. The record is already in the log, so \`evolve\` cannot refuse it. ` +
    "What is the cart after a record that has nothing to take out?"
  );
}

/** Nothing of the named addition is left: it was taken back before, or this log never had it. */
function nothingLeft(at: CheckContext): boolean {
  const id = at.event ? textOf(at.event, "revertsId") : "";
  return earlierCorrection(at, id) !== undefined || additionNamed(at, id) === undefined;
}

function emptyLines(at: CheckContext): string[] {
  return differingParts(at.expected, at.actual).filter((sku) => partsOf(at.actual)[sku] === 0);
}

function onlyEmptyLines(at: CheckContext): boolean {
  if (!at.event) return false;
  const empty = emptyLines(at).length;
  return empty > 0 && empty === differingParts(at.expected, at.actual).length;
}

/** "you took out 1 t-shirt", from the carts before and after. */
function took(at: CheckContext): string {
  const skus = differingParts(at.before, at.actual);
  if (skus.length === 0) return "your cart stayed as it was";
  const by = skus.map((sku) => ({ sku, qty: count(at.before, sku) - count(at.actual, sku) }));
  const out = by.filter(({ qty }) => qty > 0).map(({ sku, qty }) => countInFigures(sku, qty));
  const put = by.filter(({ qty }) => qty < 0).map(({ sku, qty }) => countInFigures(sku, -qty));
  const parts = [
    out.length > 0 && `you took out ${joinWithAnd(out)}`,
    put.length > 0 && `you put in ${joinWithAnd(put)}`,
  ];
  return (
    parts.filter((part) => part !== false).join(" and ") || `your cart became ${JSON.stringify(at.actual)}`
  );
}

/** "the hats went from 1 to none". */
function changed(at: CheckContext, skus: string[]): string {
  const [before, now] = [partsOf(at.before), partsOf(at.actual)];
  return joinWithAnd(
    skus.map((sku) => `the ${itemName(sku, 0)} went from ${shown(before[sku])} to ${shown(now[sku])}`),
  );
}

function count(compared: Json, sku: string): number {
  const held = partsOf(compared)[sku];
  return held === undefined ? 0 : Number(held);
}

/** "2", or "none" where there is no line. */
function shown(qty: Json | undefined): string {
  return qty === undefined ? "none" : formatNumber(qty);
}

function inCount(n: number): string {
  return ["", "", "two", "three", "four", "five"][n] ?? String(n);
}
