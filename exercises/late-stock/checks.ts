import type { Event } from "../../engine/fold/event.ts";
import { isObject, sameJson } from "../../engine/fold/json.ts";
import type { ExerciseChecks, KnownMistake } from "../../engine/grading/checks.ts";
import { describeOffsets, lowerFirst, offsetOf } from "../../engine/grading/message-parts.ts";
import { caseOf, generated, timeOf } from "./logs.ts";
import {
  clockTime,
  describeNewestCount,
  describeRecord,
  describeStock,
  goodsOf,
  isCounted,
  isMoved,
  laterMovements,
  newestCountBefore,
  timeAt,
} from "./messages.ts";

/** A second count of the same time was ignored. */
const countedTwice: KnownMistake = {
  when: (at) =>
    sameJson(at.before, at.actual) &&
    newestCountBefore(at) !== undefined &&
    timeAt(at) === timeOf(newestCountBefore(at) as Event),
  says: (at) =>
    `${describeRecord(at)}. ${describeNewestCount(at)}. ${describeStock(at)}. Both counts have the same time. ` +
    "Which of the two does rule 3 choose?",
};

export default {
  // What else the shop remembers is the learner's own. Goods of which there are 0 are the same as no entry.
  compare: (state) => {
    const stock = isObject(state) ? (state.stock ?? null) : null;
    if (!isObject(stock)) return null;
    return Object.fromEntries(Object.entries(stock).filter(([, qty]) => qty !== 0));
  },
  checks: [
    {
      id: "before-the-count",
      title: "What happened before a count is in the count",
      covers: (at) =>
        isMoved(at) &&
        newestCountBefore(at) !== undefined &&
        timeAt(at) <= timeOf(newestCountBefore(at) as Event),
      message: (at) =>
        `${describeRecord(at)}. ${describeNewestCount(at)}. ${describeStock(at)}. ` +
        `Did ${goodsOf(at).qty === 1 ? "it" : "they"} ${at.event?.type === "GoodsSold" ? "leave the shelf" : "come"} before that count or after it?`,
      known: [
        {
          when: (at) => timeAt(at) === timeOf(newestCountBefore(at) as Event),
          says: (at) =>
            `${describeRecord(at)}, at exactly the time of a count: ${lowerFirst(describeNewestCount(at))}. ${describeStock(at)}. ` +
            "Does rule 1 put this record in the count or after it?",
        },
      ],
    },
    {
      id: "after-the-count",
      title: "What happened after the newest count is added to it, however late its record comes",
      covers: isMoved,
      message: (at) =>
        `${describeRecord(at)}. ${describeNewestCount(at)}. ${describeStock(at)}. What happened after the newest count is added to it, ` +
        "however late its record comes. What did your fold do with this record instead?",
    },
    {
      id: "old-count",
      title: "A count that is older than the newest one changes nothing",
      covers: (at) =>
        isCounted(at) &&
        newestCountBefore(at) !== undefined &&
        timeAt(at) < timeOf(newestCountBefore(at) as Event),
      message: (at) =>
        `${describeRecord(at)}. ${describeNewestCount(at)}. ${describeStock(at)}. Which of the two counts says more about the shelf now?`,
    },
    {
      id: "late-count",
      title: "What happened after a count is added to it, even if the count comes late",
      covers: (at) => isCounted(at) && laterMovements(at).length > 0,
      message: (at) =>
        `${describeRecord(at)}. That was true at ${clockTime(timeAt(at))}, and what happened later is at ${describeOffsets(laterMovements(at).map(offsetOf))}. ` +
        `${describeStock(at)}. How many are on the shelf now?`,
      known: [
        countedTwice,
        {
          when: (at) => sameJson(at.before, at.actual),
          says: (at) =>
            `${describeRecord(at)}. ${describeStock(at)}, as if this count were too old. But the log has no newer count of ${goodsOf(at).sku}. ` +
            "Which time did your fold compare with the time of this count?",
        },
      ],
    },
    {
      id: "count",
      title: "A count says how many there are",
      covers: isCounted,
      message: (at) =>
        `${describeRecord(at)}. No earlier record is about a later time. ${describeStock(at)}. ` +
        "Which of the two says how many were on the shelf, the sum or the count?",
      known: [countedTwice],
    },
    {
      id: "other-records",
      title: "Every other record leaves the stock as it is",
      covers: () => true,
      message: (at) =>
        at.event
          ? `Offset ${at.offset} is ${at.event.type}. ${describeStock(at)}. Did any goods come or go?`
          : "Before the first record your shop has no empty `stock`. What does `initialState` return?",
    },
  ],
  cases: [
    // A sale at the time of a count that comes after it, then the same time counted once more, at 0.
    caseOf([
      { type: "GoodsSold", sku: "candles", qty: 2, moment: 6 },
      { type: "StockCounted", sku: "candles", qty: 9, moment: 6 },
      { type: "GoodsDelivered", sku: "candles", qty: 4, moment: 7 },
      { type: "StockCounted", sku: "candles", qty: 0, moment: 6 },
    ]),
  ],
  generated,
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the stock it was given, at \`${path}\`. It is the state ` +
      "before this record, and somebody may still need it. What would you return if you could only read it?",
    interleavings: (at) =>
      `Each device has its own key, and Kafka promises no order between two keys. If the record at ` +
      `offset ${at.offset}, ${at.event?.type} of ${clockTime(timeAt(at))}, is read before one of another device, your shop ends ` +
      "with another stock. What in your fold depends on which of the two comes first?",
  },
} satisfies ExerciseChecks;
