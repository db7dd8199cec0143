import { isObject, type Json } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { differingParts, joinWithAnd, offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
import { countInFigures, countInWords, itemName } from "../cart-read-only/messages.ts";
import type { ShopperEvent } from "./events.d.ts";
import { generated } from "./logs.ts";

type At = CheckContext<ShopperEvent>;

const isOf = (type: ShopperEvent["type"]) => (at: At) => at.event?.type === type;
const linesOf = (compared: Json) => partsOf(partsOf(compared).lines);
/** The item and the quantity of a record that adds or removes something. */
const itemOf = ({ event }: At) =>
  event?.type === "ItemAdded" || event?.type === "ItemRemoved" ? event.data : { sku: "", qty: 0 };
/** How many of this record's item the cart held before it. */
const heldBefore = (at: At) => Number(linesOf(at.before)[itemOf(at).sku] ?? 0);
const findsTooLittle = (at: At) => isOf("ItemRemoved")(at) && heldBefore(at) < itemOf(at).qty;
const emptyLines = (at: At) =>
  Object.entries(linesOf(at.actual)).flatMap(([sku, qty]) => (qty === 0 ? [sku] : []));
/** The learner's code stopped at this record, so the state is that of the record before. */
const stopped = (at: At) => at.actual !== null && differingParts(at.before, at.actual).length === 0;

/** "1 pair of pants and 1 hat"; "nothing" for a cart without lines. */
function contents(compared: Json): string {
  const lines = Object.entries(linesOf(compared)).map(([sku, qty]) => countInFigures(sku, qty));
  return joinWithAnd(lines, "nothing");
}

/** What a cart shows besides its lines. */
function rest(compared: Json): string {
  const { status, ignored } = partsOf(compared);
  return `status ${JSON.stringify(status ?? null)} and ignored ${JSON.stringify(ignored ?? null)}`;
}

const shows = ({ actual }: At) => `Your cart holds ${contents(actual)}, with ${rest(actual)}.`;

const checks: Check<ShopperEvent>[] = [
  {
    id: "opened",
    title: "CartOpened begins an open cart",
    covers: (at) => isOf("CartOpened")(at) && partsOf(at.actual).status !== "open",
    message: (at) =>
      `At offset ${at.offset} a cart was opened. ${shows(at)} Which case of \`evolve\` ran for this record?`,
  },
  {
    id: "new-cart",
    title: "A new cart holds nothing of the one before",
    covers: isOf("CartOpened"),
    message(at) {
      const ended = at.history.findLast(({ type }) => type === "CheckedOut");
      const before = ended
        ? `The last cart was checked out at offset ${offsetOf(ended)}, and its parcel was sent.`
        : "The cart before it was left behind.";
      return `At offset ${at.offset} a new cart was opened. ${shows(at)} ${before} From which value did your code build the new cart?`;
    },
  },
  {
    id: "no-empty-line",
    title: "A line at 0 disappears",
    covers: (at) => isOf("ItemRemoved")(at) && emptyLines(at).length > 0 && !findsTooLittle(at),
    message: (at) =>
      `At offset ${at.offset} the last ${itemName(emptyLines(at)[0] ?? "", 1)} was taken out. Your cart still has a line with 0 pieces. What should a cart show for an item that it no longer holds?`,
  },
  {
    id: "nothing-to-remove",
    title: "A removal that finds too little changes no line and is noted",
    covers: findsTooLittle,
    message(at) {
      const { sku, qty } = itemOf(at);
      const record = `Offset ${at.offset} takes out ${countInWords(sku, qty)}, and the cart held ${countInFigures(sku, heldBefore(at) || undefined)}.`;
      return stopped(at)
        ? `${record} Your cart did not change, and nothing was added to \`ignored\`. The record is in the log, so \`evolve\` cannot refuse it. How can a reader of the cart learn that this record had no effect?`
        : `${record} ${shows(at)} What can \`evolve\` do with a record that has nothing to take out?`;
    },
  },
  {
    id: "removed",
    title: "ItemRemoved takes its quantity out of one line",
    covers: isOf("ItemRemoved"),
    message(at) {
      const { sku, qty } = itemOf(at);
      return `At offset ${at.offset} Sanjana took out ${countInWords(sku, qty)}. The cart held ${contents(at.before)}. ${shows(at)} How many are left in that line?`;
    },
  },
  {
    id: "added",
    title: "ItemAdded adds its quantity to one line",
    covers: isOf("ItemAdded"),
    message(at) {
      const { sku, qty } = itemOf(at);
      return `At offset ${at.offset} Sanjana added ${countInWords(sku, qty)}. The cart held ${contents(at.before)}. ${shows(at)} What does this record add, and to what?`;
    },
  },
  {
    id: "checked-out",
    title: "CheckedOut changes the status and keeps the lines",
    covers: isOf("CheckedOut"),
    message: (at) =>
      `At offset ${at.offset} Sanjana checked out. The cart held ${contents(at.before)}. ${shows(at)} What would the people who pack the parcel read?`,
  },
  {
    id: "other-records",
    title: "Before the first record, and at an unknown event type, nothing changes",
    covers: () => true,
    message: (at) =>
      at.event
        ? `The record at offset ${at.offset} is ${at.event.type}. ${shows(at)} What does this record say about the cart?`
        : `Before offset 0: ${shows(at)} Nothing has happened yet. What did \`initialState\` return when you opened it?`,
  },
];

export default {
  checks,
  compare: (state) =>
    isObject(state)
      ? { lines: state.lines ?? null, status: state.status ?? null, ignored: state.ignored ?? null }
      : null,
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the cart it was given, at \`${path}\`. That cart is the state after the record before, and somebody may still need it. Which value should be new, and which may both carts share?`,
  },
} satisfies ExerciseChecks<ShopperEvent>;
