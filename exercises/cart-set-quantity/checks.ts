import { isObject, type Json } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { differingParts, formatNumber, partsOf } from "../../engine/grading/message-parts.ts";
import { countInWords, itemName } from "../cart-read-only/messages.ts";
import { generated } from "./logs.ts";

interface Answer {
  type: string;
  /** Whatever a learner has put there. */
  data: Json;
}

const skuOf = ({ command }: CheckContext) => String(partsOf(command?.data).sku);
const wanted = ({ command }: CheckContext) => Number(partsOf(command?.data).qty);
/** How many pieces the reference's cart held before the command. */
const held = (at: CheckContext) => Number(partsOf(partsOf(at.before)[skuOf(at)]).qty ?? 0);
const answers = ({ actualResult }: CheckContext): Answer[] =>
  Array.isArray(actualResult) &&
  actualResult.every((event) => isObject(event) && typeof event.type === "string")
    ? (actualResult as unknown as Answer[])
    : [];
const first = (at: CheckContext) => answers(at)[0];
const isFact = ({ type }: Answer) => type === "ItemAdded" || type === "ItemRemoved";
/** A part of the first event's data. */
const given = (at: CheckContext, name: string) => partsOf(first(at)?.data)[name];
const shown = (value: Json | undefined) => formatNumber(value ?? null);

/** "SetQuantity (t-shirt, 3) came when the cart held 1." */
const asked = (at: CheckContext) =>
  `SetQuantity (${skuOf(at)}, ${wanted(at)}) came when the cart held ${held(at)}.`;
const saved = (at: CheckContext, order: "more" | "fewer" | "same") =>
  at.command !== null &&
  (order === "more"
    ? wanted(at) > held(at)
    : order === "fewer"
      ? wanted(at) < held(at)
      : wanted(at) === held(at));

const fold: Check = {
  id: "fold",
  title: "evolve folds every record with the price that the record holds",
  covers: (at) => at.command === null,
  message(at) {
    if (!at.event)
      return "Before the first record your cart is not empty. `initialState` was finished when you opened it. What have you changed there?";
    const [sku = ""] = differingParts(at.expected, at.actual);
    const [says, shows] = [at.expected, at.actual].map((cart) => partsOf(partsOf(cart)[sku]).unitPriceCents);
    const place = at.offset === null ? "After this record" : `After offset ${at.offset}`;
    return says !== undefined && shows !== undefined && says !== shows
      ? `${place} your cart shows ${shown(shows)} cents for one ${itemName(sku, 1)}. The record says ${shown(says)}. The price list has changed since then, and it will change again. Where should \`evolve\` take the price from?`
      : `${place}, ${at.event.type}, your cart is not what the record says. \`evolve\` was finished when you opened it. What have you changed there?`;
  },
};

const answer: Check = {
  id: "answer",
  title: "decide answers with a list of events",
  covers: (at) => !Array.isArray(at.actualResult) || (at.actualResult.length > 0 && answers(at).length === 0),
  message: (at) =>
    isObject(at.actualResult) && "lines" in at.actualResult
      ? `${asked(at)} Your \`decide\` answered with a cart. A cart is computed from events, and only events are appended to the log. Which event has happened here?`
      : `${asked(at)} Your \`decide\` did not answer with a list of events. Which of its lines returned, and what?`,
};

const fact: Check = {
  id: "fact",
  title: "Each event says what has happened to the cart",
  covers: (at) => answers(at).some((event) => !isFact(event)),
  message(at) {
    const { type = "" } = answers(at).find((event) => !isFact(event)) ?? {};
    return type === "SetQuantity"
      ? `${asked(at)} Your \`decide\` answered with SetQuantity. That is what she asked for. Somebody who reads only this event cannot know how many pieces were added or taken out. Which event says it?`
      : `${asked(at)} Your \`decide\` answered with ${type}. Everyone who reads it must compare it with the event before to see what has changed. Which event says what happened, and nothing else?`;
  },
};

const oneFact: Check = {
  id: "one-fact",
  title: "One save leads to one event at most",
  covers: (at) => answers(at).length > 1,
  message: (at) =>
    `${asked(at)} Your \`decide\` answered with ${answers(at).length} events. She saved once, so she made one decision. How many events tell the next reader that?`,
};

const nothingHappened: Check = {
  id: "nothing-happened",
  title: "If the number is the same, there is no event",
  covers: (at) => saved(at, "same"),
  message: (at) =>
    `${asked(at)} Your \`decide\` answered with ${first(at)?.type} of ${shown(given(at, "qty"))} pieces. What has happened to the cart, and what does a log hold when nothing has happened?`,
};

const removed: Check = {
  id: "removed",
  title: "Fewer pieces: ItemRemoved with the difference",
  covers: (at) => saved(at, "fewer"),
  message(at) {
    const out = countInWords(skuOf(at), held(at) - wanted(at));
    const event = first(at);
    if (!event)
      return `${asked(at)} Your \`decide\` answered with an empty list. But ${out} left the cart. Which event says that?`;
    return `${asked(at)} Your \`decide\` answered with ${event.type} of ${shown(given(at, "qty"))}. In words, she took out ${out}. Which event, with which number, says the same?`;
  },
};

const price: Check = {
  id: "price",
  title: "ItemAdded holds the price of one piece on that day",
  covers: (at) =>
    saved(at, "more") && first(at)?.type === "ItemAdded" && given(at, "qty") === wanted(at) - held(at),
  message(at) {
    const cents = given(at, "unitPriceCents");
    return cents === undefined || cents === null
      ? `${asked(at)} Your ItemAdded has no price. Tomorrow the price list may say something else. How will \`evolve\` know next year what one piece cost today?`
      : `${asked(at)} Your ItemAdded has ${shown(cents)} as the price of one piece. Which price does the list have for one ${itemName(skuOf(at), 1)}?`;
  },
};

const added: Check = {
  id: "added",
  title: "More pieces: ItemAdded with the difference",
  covers: () => true,
  message(at) {
    const more = countInWords(skuOf(at), wanted(at) - held(at));
    const event = first(at);
    if (!event)
      return `${asked(at)} Your \`decide\` answered with an empty list, as if nothing had happened. But ${more} came in. Which event says that?`;
    return `${asked(at)} Your \`decide\` answered with ${event.type} of ${shown(given(at, "qty"))}. Once \`evolve\` has folded it, how many are in the cart, and how many did she want?`;
  },
};

export default {
  // Any other memory in the state is the learner's own.
  compare: (state) => {
    const lines = isObject(state) && isObject(state.lines ?? null) ? partsOf(state.lines) : null;
    return (
      lines &&
      Object.fromEntries(
        Object.entries(lines).map(([sku, line]) => {
          const { qty = null, unitPriceCents = null } = partsOf(line);
          return [sku, { qty, unitPriceCents }];
        }),
      )
    );
  },
  // The program that appends new events fills in their ids and times.
  compareResult: (result) =>
    Array.isArray(result)
      ? result.map((event) => ({ type: partsOf(event).type ?? null, data: partsOf(event).data ?? null }))
      : result,
  checks: [fold, answer, fact, oneFact, nothingHappened, removed, price, added],
  generated,
  words: {
    mutation: (at, path) =>
      at.command === null
        ? `At offset ${at.offset} your \`evolve\` changed the cart it was given, at \`${path}\`. That cart is the state after the record before. What did the given code return instead?`
        : `${asked(at)} Your \`decide\` changed the cart it was given, at \`${path}\`. \`decide\` only answers; \`evolve\` makes the next cart from the event. What does the cart show if the event is then never appended?`,
  },
} satisfies ExerciseChecks;
