import { isObject } from "../../engine/fold/json.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { formatNumber } from "../../engine/grading/message-parts.ts";
import {
  aYearAfter,
  describeLots,
  differingLots,
  type EarnedLot,
  earnedBefore,
  leftOf,
  pointsLeft,
  sumOf,
} from "./domain.ts";
import { generated } from "./logs.ts";

const isOf = (type: string) => (at: CheckContext) => at.event?.type === type;
const field = ({ event }: CheckContext, name: string) => String(isObject(event?.data) && event.data[name]);
const shows = ({ actual }: CheckContext) => `Your card shows ${describeLots(actual)}.`;
const had = ({ before }: CheckContext) => `Before it there were ${describeLots(before)}.`;

/** The lots with points before this step, oldest first. */
const lotsBefore = (at: CheckContext) =>
  earnedBefore(at).filter(({ purchase }) => leftOf(at.before, purchase) !== 0);
/** The oldest of the lots in which the learner's fold differs from the reference's. */
const wrongLot = (at: CheckContext) => {
  const wrong = differingLots(at.expected, at.actual);
  return earnedBefore(at).find(({ purchase }) => wrong.includes(purchase));
};

const oldestFirst: Check = {
  id: "oldest-first",
  title: "Spending takes the points that were earned first",
  covers: isOf("PointsSpent"),
  message(at) {
    const record = `At offset ${at.offset} ${field(at, "points")} points were spent. ${had(at)} ${shows(at)}`;
    if (sumOf(at.actual) !== sumOf(at.expected))
      return `${record} That was ${sumOf(at.before)} points in all, and now it is ${formatNumber(sumOf(at.actual))}. How many are left once ${field(at, "points")} are spent?`;
    const lots = lotsBefore(at).map(({ purchase, day }) => `${purchase} on ${day}`);
    return `${record} Earned: ${lots.join(", ")}. Which of these points expire first?`;
  },
  known: [
    {
      // Taken in the order of the records instead of the order of the purchases.
      when: (at) =>
        isOf("PointsSpent")(at) && sumOf(at.actual) === sumOf(at.expected) && lateLot(at) !== undefined,
      says: (at) => {
        const late = lateLot(at) as EarnedLot;
        return `At offset ${at.offset} ${field(at, "points")} points were spent. ${had(at)} ${shows(at)} The record of ${late.purchase} is at offset ${late.offset}, but it was earned on ${late.day}, before others with a smaller offset. Which decides the age of points, the offset of their record or the day they were earned?`;
      },
    },
  ],
};

/** A lot of which too little was spent, and whose record came after the record of a younger lot that was spent instead. */
function lateLot(at: CheckContext): EarnedLot | undefined {
  const lots = lotsBefore(at);
  const more = (lot: EarnedLot) =>
    Number(leftOf(at.actual, lot.purchase)) - Number(leftOf(at.expected, lot.purchase));
  return lots.find(
    (lot, place) =>
      more(lot) > 0 &&
      lots.slice(place + 1).some((younger) => more(younger) < 0 && younger.offset < lot.offset),
  );
}

const refund: Check = {
  id: "refund",
  title: "A refund takes back what is left of its purchase",
  covers: isOf("PurchaseRefunded"),
  message(at) {
    const purchase = field(at, "purchase");
    const of = earnedBefore(at).find((lot) => lot.purchase === purchase);
    const record = `At offset ${at.offset} ${purchase} was refunded.`;
    if (!of)
      return `${record} ${shows(at)} No earlier record earned points for ${purchase}. What is there to take back?`;
    const left = formatNumber(leftOf(at.before, purchase));
    return `${record} It had earned ${of.points} points at offset ${of.offset}, and ${left} were left. ${shows(at)} How much of it can be taken back?`;
  },
};

const twelveMonths: Check = {
  id: "twelve-months",
  title: "Points are gone when the last day of their twelve months is closed",
  covers: (at) => isOf("DayClosed")(at) && wrongLot(at) !== undefined,
  message(at) {
    const date = field(at, "date");
    const { purchase, day } = wrongLot(at) as EarnedLot;
    const earned = `At offset ${at.offset} the day ${date} was closed. ${purchase} was earned on ${day}. Your card shows ${formatNumber(leftOf(at.actual, purchase))} points of it; before the record it was ${formatNumber(leftOf(at.before, purchase))}.`;
    if (aYearAfter(day) <= date) return `${earned} On which day could they be spent for the last time?`;
    if (Date.parse(date) - Date.parse(day) === 365 * 24 * 60 * 60_000)
      return `${earned} That is 365 days later, and one of them was a 29 February. How many days are twelve months here?`;
    const written = at.event?.metadata.occurredAt.slice(0, 10);
    if (written === aYearAfter(day))
      return `${earned} The record was written after midnight, on ${written}. Which day is over?`;
    return `${earned} On which day do they expire?`;
  },
};

const earned: Check = {
  id: "earned",
  title: "A purchase adds its points, and changes no others",
  covers: isOf("PointsEarned"),
  message: (at) =>
    `At offset ${at.offset} ${field(at, "purchase")} earned ${field(at, "points")} points. ${had(at)} ${shows(at)} What does this record add?`,
};

const otherRecords: Check = {
  id: "other-records",
  title: "Every other record changes nothing",
  covers: () => true,
  message: (at) =>
    at.event
      ? `At offset ${at.offset} the log holds ${at.event.type}. ${had(at)} ${shows(at)} Which points does this record change?`
      : `Before the first record your card shows ${describeLots(at.actual)}. Nothing was earned yet. What is on a new card?`,
};

export default {
  checks: [oldestFirst, refund, twelveMonths, earned, otherRecords],
  compare: pointsLeft,
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the card it was given, at \`${path}\`. That is the card before this record, and somebody may still step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
