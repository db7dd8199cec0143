import type { Event } from "../../engine/fold/event.ts";
import { isObject, sameJson } from "../../engine/fold/json.ts";
import type { ExerciseChecks, KnownMistake } from "../../engine/grading/checks.ts";
import { couldHaveHappened, generatedLogs, heard, timeOf } from "./shop-days.ts";
import {
  clock,
  clockOf,
  countedBefore,
  goodsOf,
  isCounted,
  isMoved,
  later,
  lower,
  newest,
  offsets,
  shows,
  told,
} from "./shop-words.ts";

/** A second count of a moment that was counted already was left out. */
const countedTwice: KnownMistake = {
  when: (at) =>
    sameJson(at.before, at.actual) && newest(at) !== undefined && clockOf(at) === timeOf(newest(at) as Event),
  says: (at) =>
    `${told(at)}. ${countedBefore(at)}. ${shows(at)}. Somebody counted again, or read the clipboard again. ` +
    "By rule 3, which of two counts of one moment holds?",
};

export default {
  // What else the shop remembers is the learner's own, and goods of which there are 0 say as much as none.
  compare: (state) => {
    const stock = isObject(state) ? (state.stock ?? null) : null;
    if (!isObject(stock)) return null;
    return Object.fromEntries(Object.entries(stock).filter(([, qty]) => qty !== 0));
  },
  checks: [
    {
      id: "before-the-count",
      title: "What happened up to a count is in the count",
      covers: (at) => isMoved(at) && newest(at) !== undefined && clockOf(at) <= timeOf(newest(at) as Event),
      message: (at) =>
        `${told(at)}. ${countedBefore(at)}. ${shows(at)}. ` +
        `Did ${goodsOf(at).qty === 1 ? "it" : "they"} ${at.event?.type === "GoodsSold" ? "leave the shelf" : "come"} before the count or after it?`,
      known: [
        {
          when: (at) => clockOf(at) === timeOf(newest(at) as Event),
          says: (at) =>
            `${told(at)}, at the very moment of a count: ${lower(countedBefore(at))}. ${shows(at)}. ` +
            "By rule 1, does that count know of it?",
        },
      ],
    },
    {
      id: "after-the-count",
      title: "What happened after the newest count counts, however late it comes",
      covers: isMoved,
      message: (at) =>
        `${told(at)}. ${countedBefore(at)}. ${shows(at)}. What happened after the newest count counts, ` +
        "however late it comes. What made your fold leave it out, or take it otherwise?",
    },
    {
      id: "old-count",
      title: "A count that is older than the newest one changes nothing",
      covers: (at) => isCounted(at) && newest(at) !== undefined && clockOf(at) < timeOf(newest(at) as Event),
      message: (at) =>
        `${told(at)}. ${countedBefore(at)}. ${shows(at)}. Which of the two counts knows more about the shelf now?`,
    },
    {
      id: "late-count",
      title: "A count that comes late keeps what happened after it",
      covers: (at) => isCounted(at) && later(at).length > 0,
      message: (at) =>
        `${told(at)}. That was true at ${clock(clockOf(at))}; what happened later is at ${offsets(later(at))}. ` +
        `${shows(at)}. What is true now?`,
      known: [
        countedTwice,
        {
          when: (at) => sameJson(at.before, at.actual),
          says: (at) =>
            `${told(at)}. ${shows(at)}, as if the count were too old. No newer count of ${goodsOf(at).sku} is in the log. ` +
            "With which other time did your fold compare its own?",
        },
      ],
    },
    {
      id: "count",
      title: "A count says how many there are",
      covers: isCounted,
      message: (at) =>
        `${told(at)}. Nothing that has come so far happened after it. ${shows(at)}. ` +
        "Which of the two knows how many stood on the shelf, the sum or the count?",
      known: [countedTwice],
    },
    {
      id: "other-records",
      title: "Every other record leaves the stock as it is",
      covers: () => true,
      message: (at) =>
        at.event
          ? `Offset ${at.offset} is ${at.event.type}. ${shows(at)}. Does it say that goods came or went?`
          : "Before the first record your shop is not one with an empty `stock`. What does `initialState` return?",
    },
  ],
  cases: [
    // A sale at the moment of a count that comes after it, then the same moment counted once more, to nothing.
    heard([
      { type: "GoodsSold", sku: "candles", qty: 2, moment: 6 },
      { type: "StockCounted", sku: "candles", qty: 9, moment: 6 },
      { type: "GoodsDelivered", sku: "candles", qty: 4, moment: 7 },
      { type: "StockCounted", sku: "candles", qty: 0, moment: 6 },
    ]),
  ],
  generated: { cases: generatedLogs, possible: couldHaveHappened },
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the stock it was given, at \`${path}\`. That state is past, and a late ` +
      "record may make somebody look at it again. What would you return if you could only read it?",
    interleavings: (at) =>
      `Each device has a key of its own, and nothing is promised about the order of two of them. With the record at ` +
      `offset ${at.offset}, ${at.event?.type} of ${clock(clockOf(at))}, read before one of another device, your shop ends ` +
      "with another stock. What in your fold depends on which of them is heard first?",
  },
} satisfies ExerciseChecks;
