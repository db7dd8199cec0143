import type { Event } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { formatNumber, joinWithAnd } from "../../engine/grading/message-parts.ts";
import { type CartHistory, cartHistories, minuteOf } from "../shop-morning/carts.ts";
import { generated } from "../shop-morning/mornings.ts";

interface Asked {
  events: Event[];
  bought: CartHistory[];
  /** Of the carts that were checked out, in the order of their first record. */
  times: number[];
  answer: Json;
}

function asked({ args, actualResult = null }: CheckContext): Asked {
  const events = (args?.[0] ?? []) as unknown as Event[];
  const bought = [...cartHistories(events).values()].filter(({ checkedOut }) => checkedOut !== null);
  const minutes = (cart: CartHistory) => timeOf(events, cart, cart.stays[0]?.from ?? 0);
  return { events, bought, times: bought.map(minutes), answer: actualResult };
}

/** The minutes from a place in the log to the checkout of a cart, or to the last record. */
const timeOf = (events: Event[], { checkedOut }: CartHistory, from: number) =>
  minuteOf(events[checkedOut ?? events.length - 1]) - minuteOf(events[from]);

function medianOf(times: number[]): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const check = checksAbout(asked);
const says = ({ answer }: Asked) => `Your function answers ${formatNumber(answer)}.`;
const inOrder = ({ times }: Asked) => joinWithAnd(times.toSorted((a, b) => a - b));
/** The median with the clock started at another place of each cart. */
const startedAt = ({ events, bought }: Asked, place: (cart: CartHistory) => number | null | undefined) =>
  medianOf(bought.map((cart) => timeOf(events, cart, place(cart) ?? 0)));
const withOpenCarts = ({ events, times }: Asked) =>
  medianOf([
    ...times,
    ...[...cartHistories(events).values()]
      .filter(({ checkedOut, stays }) => checkedOut === null && stays.length > 0)
      .map((cart) => timeOf(events, cart, cart.stays[0]?.from ?? 0)),
  ]);

export default {
  checks: [
    check(
      "none-or-some",
      "Without a checked-out cart the answer is null, and otherwise a number",
      ({ times, answer }) => times.length === 0 || typeof answer !== "number",
      (given) =>
        given.times.length === 0
          ? `${says(given)} No cart of this log is checked out. What is the middle of no times at all?`
          : `${says(given)} In this log, ${given.times.length} carts are checked out, and the first of them took ${given.times[0]} minutes. How do you find this number?`,
    ),
    check(
      "first-addition",
      "The clock of a cart starts at its first addition",
      (given) =>
        given.answer === startedAt(given, ({ opened }) => opened) ||
        given.answer === startedAt(given, ({ stays }) => stays.at(-1)?.from),
      (given) => {
        const isOpening = given.answer === startedAt(given, ({ opened }) => opened);
        return `${says(given)} That is the median from the ${isOpening ? "opening of each cart" : "last addition of each cart"} to its checkout. From its first addition on, the times are ${inOrder(given)} minutes. Which record starts your clock?`;
      },
    ),
    check(
      "even-number",
      "With an even number of carts, the median is the mean of the two in the middle",
      ({ times, answer }) => {
        const sorted = times.toSorted((a, b) => a - b);
        const half = sorted.length / 2;
        return Number.isInteger(half) && (answer === sorted[half] || answer === sorted[half - 1]);
      },
      (given) =>
        `${says(given)} The times are ${inOrder(given)} minutes. That is an even number of times. Which two are in the middle?`,
    ),
    check(
      "only-checked-out",
      "A cart that is not checked out has no time",
      (given) => given.answer === withOpenCarts(given),
      (given) =>
        `${says(given)} The times of the carts that are checked out are ${inOrder(given)} minutes. Which other cart did you count, and where is its checkout?`,
    ),
    check(
      "median",
      "The answer is the middle one of all times in order",
      () => true,
      (given) => {
        const mean = given.times.reduce((sum, time) => sum + time, 0) / given.times.length;
        if (given.answer === mean)
          return `${says(given)} That is the mean. The times are ${inOrder(given)} minutes. Which of them is in the middle?`;
        return `${says(given)} In order, the times are ${inOrder(given)} minutes. In which order does your function have them, and which one is in the middle?`;
      },
    ),
  ],
  generated,
} satisfies ExerciseChecks;
