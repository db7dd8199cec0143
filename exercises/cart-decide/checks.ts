import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { cases, generated, possible } from "./cases.ts";

type Lines = Record<string, number>;
type Answer = "accepted" | "refused" | "unreadable";

/** What the reference's cart held before the step. */
function cartBefore(at: At): { lines: Lines; checkedOut: boolean } {
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
function wish({ command }: At): string {
  const { sku, qty } = (command?.data ?? {}) as { sku?: string; qty?: number };
  return sku === undefined ? `${command?.type}` : `${command?.type} (${sku}, ${qty})`;
}

function held(at: At): string {
  const { lines } = cartBefore(at);
  const pieces = Object.values(lines).reduce((sum, qty) => sum + qty, 0);
  return `${count(pieces, "piece")} on ${count(Object.keys(lines).length, "line")}`;
}

/** The types your `decide` answered with: "ItemAdded and CheckedOut". */
function answered(at: At): string {
  const events = at.actualResult as { type: string }[];
  return events.map(({ type }) => type).join(" and ");
}

function place(at: At): string {
  if (at.position === null) return "this record";
  return at.position.topic === "decided" ? `decided-0@${at.position.offset}` : `offset ${at.position.offset}`;
}

const isNewSku = (at: At) =>
  !Object.hasOwn(cartBefore(at).lines, String((at.command?.data as { sku?: string })?.sku));
const expected = (at: At, answer: Answer) => at.command !== null && kindOf(at.expectedResult) === answer;
const actual = (at: At, answer: Answer) => kindOf(at.actualResult) === answer;
const acceptedWrongly = (at: At) => expected(at, "refused") && actual(at, "accepted");
const refusedWrongly = (at: At) => expected(at, "accepted") && actual(at, "refused");
const closed = (at: At) => cartBefore(at).checkedOut;
const facts = new Set(["ItemAdded", "ItemRemoved", "CheckedOut"]);
const types = (at: At) =>
  Array.isArray(at.actualResult) ? at.actualResult.map((event) => (event as { type: string }).type) : [];
/** Said yes where no was right, and with nothing that could have happened to the cart. */
const acceptedWithoutFact = (at: At) =>
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
        ? `The record at ${place(at)} put ${sku} into the cart, and your cart does not show it. The record is on the log; \`evolve\` comes too late to refuse it. Did rule 2 exist when it was written?`
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
        return `At ${wish(at)} your \`decide\` stopped instead of answering. The shopper made a wish that cannot be met, and no program is broken. How does the given RemoveItem say no?`;
      }
      const isCart = typeof answer === "object" && answer !== null && "lines" in answer;
      return isCart
        ? `At ${wish(at)} your \`decide\` answered with a cart. A cart is what one gets by folding; only events can be appended. What has happened, if you say yes?`
        : `At ${wish(at)} your \`decide\` answered with something that is neither a list of events nor \`{ rejected: reason }\`. Which case of the \`switch\` ran?`;
    },
  },
  {
    id: "empty-checkout",
    title: "Rule 3: a checkout needs at least one line",
    covers: (at) =>
      at.command?.type === "CheckOut" && !closed(at) && acceptedWrongly(at) && !acceptedWithoutFact(at),
    message: (at) =>
      `CheckOut came to an empty cart, and your \`decide\` answered with ${answered(at)}. Rule 3 wants at least one line. What does \`decide\` know about the cart when the command comes?`,
  },
  {
    id: "refusal",
    title: "A refusal gives a reason and leaves no event",
    covers: acceptedWithoutFact,
    message: (at) =>
      types(at).length === 0
        ? `At ${wish(at)} your \`decide\` answered with an empty list. That says: accepted, and nothing to record. The shopper would see her wish go nowhere. What should she be told?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at)}. It would stand on the log for good, and nothing has happened to this cart. What can you answer that is not an event?`,
  },
  {
    id: "event",
    title: "An event says what happened",
    covers: (at) => types(at).some((type) => type === at.command?.type),
    message: (at) =>
      `At ${wish(at)} your \`decide\` answered with ${answered(at)}. That is what somebody asked for. Once you have said yes, it is past: which event of the cart says so?`,
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
      return `The cart already held ${lines} lines, and your \`decide\` accepted ${wish(at)}: that would be line ${lines + 1}. How many lines may there be before a new one comes?`;
    },
  },
  {
    id: "existing-line",
    title: "More of an item that is in the cart is accepted",
    covers: (at) => at.command?.type === "AddItem" && refusedWrongly(at),
    message: (at) =>
      `Your \`decide\` refused ${wish(at)}. That item is in the cart, so more of it makes no new line; the cart keeps its ${held(at).split(" on ")[1]}. What should rule 2 ask besides how many lines there are?`,
  },
  {
    id: "after-checkout",
    title: "Rule 1: a cart that is checked out accepts nothing more",
    covers: (at) => closed(at) && acceptedWrongly(at),
    message: (at) =>
      `${wish(at)} came after the checkout, and your \`decide\` answered with ${answered(at)}. The parcel may be on its way. Which part of the cart could \`decide\` have looked at?`,
  },
  {
    id: "decision",
    title: "Every command gets the answer the rules give",
    covers: () => true,
    message: (at) =>
      actual(at, "refused")
        ? `Your \`decide\` refused ${wish(at)}, and no rule forbids it. Before it, the cart held ${held(at)}. Which of your conditions was true?`
        : `At ${wish(at)} your \`decide\` answered with ${answered(at) || "an empty list"}, and the rules say otherwise. Before it, the cart held ${held(at)}. What exactly follows from this command?`,
  },
];

export default {
  checks,
  compare: (state) => {
    const { lines, checkedOut } = (state ?? {}) as { lines?: Lines; checkedOut?: boolean };
    return { lines: lines ?? {}, checkedOut: checkedOut ?? false };
  },
  // The words of a reason are the learner's; ids and times of new events are filled in by whoever appends them.
  compareResult: (result) => {
    if (Array.isArray(result)) {
      return result.map((event) => {
        const { type, data } = (event ?? {}) as { type?: string; data?: object };
        return { type: type ?? null, data: (data ?? {}) as Lines };
      });
    }
    return kindOf(result) === "refused" ? { rejected: true } : result;
  },
  cases,
  generated: { cases: generated, possible },
  words: {
    mutation: (at, path) =>
      at.command === null
        ? `Your \`evolve\` changed the cart it was given, at \`${path}\`. That cart is the state after the record before, and it is past. What did the given code return instead?`
        : `At ${wish(at)} your \`decide\` changed the cart it was given, at \`${path}\`. It only answers; if you append its event later, or never, that cart is wrong already. Which function turns an event into the next cart?`,
  },
} satisfies ExerciseChecks;
