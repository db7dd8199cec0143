import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { differingParts, formatNumber, offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
import { abandonedItems, type CartHistory, cartHistories, type Stay } from "../shop-morning/carts.ts";
import { generated } from "../shop-morning/mornings.ts";

/** The cart of the record, as its history was before it, and an item that is counted wrong. */
interface Counted {
  history: CartHistory;
  sku: string;
  /** Its stays in this cart. */
  stays: Stay[];
  /** By how much the learner's count grew, and by how much it should have. */
  grew: number;
  by: number;
}

const countOf = (compared: Json | undefined, sku: string) => Number(partsOf(compared)[sku] ?? 0);
const offsetAt = (at: CheckContext, place: number) => offsetOf(at.history[place]) ?? place;

function countedAtCheckout(at: CheckContext): Counted | null {
  const [sku] = differingParts(at.expected, at.actual);
  if (at.event?.type !== "CheckedOut" || sku === undefined || at.actual === null) return null;
  const { cart } = at.event.data as { cart: string };
  const history = cartHistories(at.history).get(cart) ?? { cart, opened: null, checkedOut: null, stays: [] };
  const grew = countOf(at.actual, sku) - countOf(at.before, sku);
  const by = abandonedItems(history).includes(sku) ? 1 : 0;
  return { history, sku, grew, by, stays: history.stays.filter((stay) => stay.sku === sku) };
}

const check = checksAbout(countedAtCheckout);
const isHeld = ({ stays }: Counted) => stays.some(({ to }) => to === null);
const record = ({ history, sku, grew }: Counted, at: CheckContext) =>
  `At offset ${at.offset} ${history.cart} is checked out. Your count of ${sku} ${grew === 0 ? "does not change" : `grows by ${formatNumber(grew)}`}.`;

export default {
  checks: [
    check(
      "once-a-cart",
      "An item counts once for a cart",
      ({ grew, by }) => by === 1 && grew > 1,
      (counted, at) =>
        `${record(counted, at)} ${counted.history.cart} took it out ${counted.stays.length} times. For how many carts does one cart count?`,
    ),
    check(
      "put-back",
      "An item that the cart still holds is bought, and does not count",
      (counted) => isHeld(counted) && counted.grew > 0,
      (counted, at) => {
        const last = counted.stays.at(-1) as Stay;
        return `${record(counted, at)} Offset ${offsetAt(at, last.from)} put it into ${counted.history.cart}, and no later record took it out. Is it bought or abandoned?`;
      },
    ),
    check(
      "own-cart",
      "A checkout counts the items of its own cart",
      ({ by, grew, stays }) => by === 0 && grew > 0 && stays.length === 0,
      (counted, at) =>
        `${record(counted, at)} ${counted.history.cart} never held it. Which cart is this record about?`,
    ),
    check(
      "counted",
      "At its checkout, a cart counts each item that it once held and holds no more",
      () => true,
      (counted, at) => {
        const last = counted.stays.at(-1);
        if (counted.by === 0 || !last) return `${record(counted, at)} What does this record say about it?`;
        return `${record(counted, at)} Offset ${offsetAt(at, last.from)} put it into ${counted.history.cart}, and offset ${offsetAt(at, last.to ?? 0)} took it out. What does your state still hold about it?`;
      },
    ),
    {
      id: "at-checkout",
      title: "Only a checkout counts",
      covers: () => true,
      message(at) {
        if (at.actual === null)
          return `${at.event ? `At offset ${at.offset}` : "Before the first record"} your state has no \`abandoned\`. What does each case return?`;
        const [sku] = differingParts(at.expected, at.actual);
        if (!at.event)
          return "Before the first record, `abandoned` is not empty. Nothing has happened yet. What does `initialState` return?";
        if (sku === undefined)
          return `At offset ${at.offset} your code stopped. The record is in the log, so \`evolve\` cannot refuse it. What is the answer after it?`;
        return `At offset ${at.offset} the record is ${at.event.type}. Your count of ${sku} goes from ${countOf(at.before, sku)} to ${countOf(at.actual, sku)}. Has a cart been bought yet?`;
      },
    },
  ],
  compare: (state) =>
    isObject(state) && isObject(state.abandoned ?? null)
      ? Object.fromEntries(Object.entries(state.abandoned as object).filter(([, count]) => count !== 0))
      : null,
  generated,
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the state it was given, at \`${path}\`. That is the state after the record before, and somebody may still need it. What would you return if you could only read it?`,
  },
} satisfies ExerciseChecks;
