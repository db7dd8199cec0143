import type { Event } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { type CartHistory, cartHistories, type Stay } from "../shop-morning/carts.ts";
import { generated } from "../shop-morning/mornings.ts";

interface Asked {
  events: Event[];
  carts: Map<string, CartHistory>;
  /** A cart that the answer has too much, and one that it lacks. */
  extra: CartHistory | undefined;
  missing: CartHistory | undefined;
  /** Something in the answer that names no cart. */
  stranger: Json | undefined;
  isList: boolean;
}

function asked({ args, actualResult = null, expectedResult = null }: CheckContext): Asked {
  const events = (args?.[0] ?? []) as unknown as Event[];
  const carts = cartHistories(events);
  const [answer, right] = [actualResult, expectedResult].map((list) => (Array.isArray(list) ? list : []));
  const named = (list: Json[] | undefined, others: Json[] | undefined) =>
    list?.find((name) => typeof name === "string" && carts.has(name) && !others?.includes(name));
  return {
    events,
    carts,
    extra: carts.get(String(named(answer, right))),
    missing: carts.get(String(named(right, answer))),
    stranger: answer?.find((name) => typeof name !== "string" || !carts.has(name)),
    isList: Array.isArray(actualResult),
  };
}

/** The price of an item that the log says last before a place. */
function priceBefore(events: Event[], sku: string, place: number): number {
  const last = events.slice(0, place).findLast(({ data }) => isPriced(data) && data.sku === sku);
  return isPriced(last?.data) ? last.data.cents : 0;
}

const isPriced = (data: unknown): data is { sku: string; cents: number } =>
  typeof data === "object" && data !== null && "sku" in data && "cents" in data;

/** "the hat was added at offset 7, for 1500 cents" */
const added = ({ sku, from, cents }: Stay) => `the ${sku} was added at offset ${from}, for ${cents} cents`;
const changesDuring = (events: Event[], { sku, from }: Stay, end: number) =>
  events
    .slice(from, end)
    .filter(({ type, data }) => type === "PriceChanged" && isPriced(data) && data.sku === sku);
/** The stay of a wrongly named cart in which its price changed and was the same again at the checkout. */
const changedBack = ({ events, extra }: Asked) =>
  extra?.stays.find(
    (stay) => stay.to === null && changesDuring(events, stay, extra.checkedOut ?? 0).length > 0,
  );
/** One that ended before the checkout, at which its item has another price. */
const takenOut = ({ events, extra }: Asked) =>
  extra?.stays.find(
    (stay) => stay.to !== null && stay.cents !== priceBefore(events, stay.sku, extra.checkedOut ?? 0),
  );

const check = checksAbout(asked);

export default {
  checks: [
    check(
      "list-of-carts",
      "The answer is a list of carts",
      ({ isList, stranger }) => !isList || stranger !== undefined,
      ({ isList, stranger }) =>
        isList
          ? `Your list has ${JSON.stringify(stranger)}, and no cart of the log has that name. What should the list hold?`
          : "Your function did not return a list. It returns the names of carts. What does it return when there are none?",
    ),
    check(
      "checked-out",
      "Prices are compared at the checkout of the cart",
      (given) =>
        given.extra !== undefined &&
        (given.extra.checkedOut === null || (!changedBack(given) && !takenOut(given))),
      ({ extra }) =>
        extra?.checkedOut === null
          ? `Your list has ${extra.cart}, and the log has no checkout of it. At which record would its prices be compared?`
          : `Your list has ${extra?.cart}, which was checked out at offset ${extra?.checkedOut}. Until then, no price of its items had changed. Up to which record did you look at prices?`,
    ),
    check(
      "changed-back",
      "A price that changed and changed back is the same price",
      (given) => changedBack(given) !== undefined && takenOut(given) === undefined,
      (given) => {
        const stay = changedBack(given) as Stay;
        return `Your list has ${given.extra?.cart}. In it, ${added(stay)}. The price changed ${changesDuring(given.events, stay, given.extra?.checkedOut ?? 0).length} times until the checkout, and then it was ${stay.cents} again. What did the shopper see at the checkout?`;
      },
    ),
    check(
      "taken-out",
      "Only items in the cart count, with the price of the last time they were added",
      (given) => takenOut(given) !== undefined,
      (given) => {
        const stay = takenOut(given) as Stay;
        const again = given.extra?.stays.find(({ sku, from }) => sku === stay.sku && from > stay.from);
        const later = again
          ? `taken out at offset ${stay.to}, and put back at offset ${again.from} for ${again.cents} cents`
          : `and taken out at offset ${stay.to}`;
        return `Your list has ${given.extra?.cart}. In it, ${added(stay)}, ${later}. Which price of it had the shopper seen at the checkout?`;
      },
    ),
    check(
      "missed",
      "A cart with another price at its checkout is in the list",
      () => true,
      ({ events, missing }) => {
        const end = missing?.checkedOut ?? 0;
        const stay = missing?.stays.find(
          ({ sku, to, cents }) => to === null && cents !== priceBefore(events, sku, end),
        );
        if (!missing || !stay)
          return "Your list is not the right one, or your function stopped. Does it name each cart once, and does it go on at an event of a type that it does not know?";
        return `Your list does not have ${missing.cart}. In it, ${added(stay)}. At its checkout, offset ${end}, the price was ${priceBefore(events, stay.sku, end)}. Where does your function compare these two?`;
      },
    ),
  ],
  compareResult: (result) =>
    Array.isArray(result)
      ? result
          .map((one) => JSON.stringify(one))
          .toSorted()
          .map((one) => JSON.parse(one) as Json)
      : result,
  generated,
} satisfies ExerciseChecks;
