import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { describePosition } from "../../engine/grading/message-parts.ts";
import { cases, generated } from "./logs.ts";

type Lines = Record<string, number>;
type Answer = "accepted" | "refused" | "unreadable";

/** What the reference's cart held before the step. */
function cartBefore(at: CheckContext): { lines: Lines; checkedOut: boolean } {
  const { lines, checkedOut } = (at.before ?? {}) as { lines?: Lines; checkedOut?: boolean };
  return { lines: lines ?? {}, checkedOut: checkedOut === true };
}

function kindOf(result: unknown): Answer {
  if (Array.isArray(result))
    return result.every((event) => typeof event?.type === "string") ? "accepted" : "unreadable";
  return typeof result === "object" && result !== null && "rejected" in result ? "refused" : "unreadable";
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "AddItem (socks, 1)" */
function wish({ command }: CheckContext): string {
  const { sku, qty } = (command?.data ?? {}) as { sku?: string; qty?: number };
  return sku === undefined ? `${command?.type}` : `${command?.type} (${sku}, ${qty})`;
}

function held(at: CheckContext): string {
  const { lines } = cartBefore(at);
  const pieces = Object.values(lines).reduce((sum, qty) => sum + qty, 0);
  return `${count(pieces, "piece")} on ${count(Object.keys(lines).length, "line")}`;
}

/** The types your `decide` answered with: "ItemAdded and CheckedOut". */
function answered(at: CheckContext): string {
  const events = at.actualResult as { type: string }[];
  return events.map(({ type }) => type).join(" and ");
}

const place = (at: CheckContext) => describePosition(at.position, "this record");
const isNewSku = (at: CheckContext) =>
  !Object.hasOwn(cartBefore(at).lines, String((at.command?.data as { sku?: string })?.sku));
const expected = (at: CheckContext, answer: Answer) =>
  at.command !== null && kindOf(at.expectedResult) === answer;
const actual = (at: CheckContext, answer: Answer) => kindOf(at.actualResult) === answer;
const acceptedWrongly = (at: CheckContext) => expected(at, "refused") && actual(at, "accepted");
const refusedWrongly = (at: CheckContext) => expected(at, "accepted") && actual(at, "refused");
const closed = (at: CheckContext) => cartBefore(at).checkedOut;
const facts = new Set(["ItemAdded", "ItemRemoved", "CheckedOut"]);
const types = (at: CheckContext) =>
  Array.isArray(at.actualResult) ? at.actualResult.map((event) => (event as { type: string }).type) : [];
/** Accepted a command that is refused, with no event that could have happened to the cart. */
const acceptedWithoutFact = (at: CheckContext) =>
  acceptedWrongly(at) && !types(at).some((type) => facts.has(type) || type === at.command?.type);

const checks: Check[] = [
  {
    id: "fold",
    title: "evolve folds every record of the log and refuses none",
    covers: (at) => at.command === null,
    message(at) {
      const { sku } = (at.event?.data ?? {}) as { sku?: string };
      const shown = ((at.actual ?? {}) as { lines?: Lines }).lines ?? {};
      const dropped = at.event?.type === "ItemAdded" && sku !== undefined && !Object.hasOwn(shown, sku);
      return dropped
        ? `The record at ${place(at)} put ${sku} into the cart, and your cart does not show it. The record is already in the log, so \`evolve\` cannot refuse it. Did rule 2 exist when the record was written?`
        : `${at.event ? `After ${place(at)}, ${at.event.type},` : "Before the first record"} your cart is not what the record says. \`evolve\` was finished when you opened it. What have you changed there?`;
    },
  },
  {
    id: "answer",
    title: "decide answers with events or with a reason",
    covers: (at) => actual(at, "unreadable"),
    message(at) {
      const answer = at.actualResult;
      if (answer === undefined) {
        return `At ${wish(at)} your \`decide\` stopped instead of answering. The shopper asked for something that the rules do not allow, and that is not an error. How does the given RemoveItem say no?`;
      }
      const isCart = typeof answer === "object" && answer !== null && "lines" in answer;
      return isCart
        ? `At ${wish(at)} your \`decide\` answered with a cart. A cart comes from folding events, and only events can be appended to the log. Which event happens if you say yes?`
        : `At ${wish(at)} your \`decide\` answered with something that is neither a list of events nor \`{ rejected: reason }\`. Which case of the \`switch\` ran?`;
    },
  },
  {
    id: "empty-checkout",
    title: "Rule 3: a checkout needs at least one line",
    covers: (at) =>
      at.command?.type === "CheckOut" && !closed(at) && acceptedWrongly(at) && !acceptedWithoutFact(at),
    message: (at) =>
      `CheckOut came to an empty cart, and your \`decide\` answered with ${answered(at)}. Rule 3 asks for at least one line. What does \`decide\` know about the cart when the command comes?`,
  },
  {
    id: "refusal",
    title: "A refusal gives a reason and leaves no event",
    covers: acceptedWithoutFact,
    message: (at) =>
      types(at).length === 0
        ? `At ${wish(at)} your \`decide\` answered with an empty list. That says: accepted, and nothing happened. The shopper would get no reason. What should the answer tell her?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at)}. This event would stay in the log for ever, although nothing has happened to the cart. What can you answer that is not an event?`,
  },
  {
    id: "event",
    title: "The events in the answer have the right type and data",
    covers: (at) => types(at).some((type) => type === at.command?.type),
    message: (at) =>
      `At ${wish(at)} your \`decide\` answered with ${answered(at)}. That is what somebody asked for. Once you say yes, it has happened. Which event of the cart says that?`,
  },
  {
    id: "three-lines",
    title: "Rule 2: three lines at most",
    covers: (at) =>
      at.command?.type === "AddItem" &&
      !closed(at) &&
      (acceptedWrongly(at) || (refusedWrongly(at) && isNewSku(at))),
    message(at) {
      if (refusedWrongly(at)) {
        return `Your \`decide\` refused ${wish(at)}. The cart held ${held(at)}. Which of the two does rule 2 count?`;
      }
      const lines = Object.keys(cartBefore(at).lines).length;
      return `The cart already held ${lines} lines, and your \`decide\` accepted ${wish(at)}: that would be line ${lines + 1}. How many lines may a cart have before it gets a new one?`;
    },
  },
  {
    id: "existing-line",
    title: "Adding more of an item that is already in the cart is accepted",
    covers: (at) => at.command?.type === "AddItem" && refusedWrongly(at),
    message: (at) =>
      `Your \`decide\` refused ${wish(at)}. That item is already in the cart, so more of it makes no new line: the cart keeps its ${held(at).split(" on ")[1]}. What must rule 2 check besides the number of lines?`,
  },
  {
    id: "after-checkout",
    title: "Rule 1: a cart that is checked out accepts nothing more",
    covers: (at) => closed(at) && acceptedWrongly(at),
    message: (at) =>
      `${wish(at)} came after the checkout, and your \`decide\` answered with ${answered(at)}. The parcel may already be on its way. Which part of the cart tells \`decide\` about the checkout?`,
  },
  {
    id: "decision",
    title: "Every command gets the answer the rules give",
    covers: () => true,
    message: (at) =>
      actual(at, "refused")
        ? `Your \`decide\` refused ${wish(at)}, and no rule forbids it. Before it, the cart held ${held(at)}. Which of your conditions was true?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at) || "an empty list"}, and the rules give another answer. Before it, the cart held ${held(at)}. Which events exactly follow from this command?`,
  },
];

export default {
  checks,
  compare: (state) => {
    const { lines, checkedOut } = (state ?? {}) as { lines?: Lines; checkedOut?: boolean };
    return { lines: lines ?? {}, checkedOut: checkedOut ?? false };
  },
  // The words of a reason are the learner's. The program that appends new events fills in their ids and times.
  compareResult: (result) => {
    if (Array.isArray(result)) {
      return result.map((event) => {
        const { type, data } = (event ?? {}) as { type?: string; data?: object };
        return { type: type ?? null, data: (data ?? {}) as Lines };
      });
    }
    return kindOf(result) === "refused" ? { rejected: "a reason" } : result;
  },
  cases,
  generated,
  words: {
    mutation: (at, path) =>
      at.command === null
        ? `Your \`evolve\` changed the cart it was given, at \`${path}\`. That cart is the state after the record before, and somebody may still need it. What did the given code return instead?`
        : `At ${wish(at)} your \`decide\` changed the cart it was given, at \`${path}\`. \`decide\` only gives an answer. If its event is appended later, or never, that cart is already wrong. Which function turns an event into the next cart?`,
  },
} satisfies ExerciseChecks;
