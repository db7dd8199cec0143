import { isObject } from "../../engine/fold/json.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  aYearAfter,
  differing,
  type Earned,
  earnedBefore,
  figure,
  leftOf,
  lotsInWords,
  pointsLeft,
  sumOf,
} from "./card.ts";
import { generatedYears } from "./years.ts";

const isOf = (type: string) => (at: At) => at.event?.type === type;
const field = ({ event }: At, name: string) => String(isObject(event?.data) && event.data[name]);
const shows = ({ actual }: At) => `Your card shows ${lotsInWords(actual)}.`;
const had = ({ before }: At) => `Before it there were ${lotsInWords(before)}.`;

/** The lots with points before this step, oldest first. */
const lotsBefore = (at: At) => earnedBefore(at).filter(({ purchase }) => leftOf(at.before, purchase) !== 0);
/** The oldest of the lots that the learner's fold and the log's see otherwise. */
const wrongLot = (at: At) => {
  const wrong = differing(at.expected, at.actual);
  return earnedBefore(at).find(({ purchase }) => wrong.includes(purchase));
};

const oldestFirst: Check = {
  id: "oldest-first",
  title: "Spending takes the points that were earned first",
  covers: isOf("PointsSpent"),
  message(at) {
    const record = `At offset ${at.offset} ${field(at, "points")} points were spent. ${had(at)} ${shows(at)}`;
    if (sumOf(at.actual) !== sumOf(at.expected))
      return `${record} Together that was ${sumOf(at.before)} and is ${figure(sumOf(at.actual))} now. How many are left once ${field(at, "points")} are spent?`;
    const lots = lotsBefore(at).map(({ purchase, day }) => `${purchase} on ${day}`);
    return `${record} Earned: ${lots.join(", ")}. Which of them grow old first?`;
  },
  known: [
    {
      // Taken as if the order of the records were the order of the purchases.
      when: (at) =>
        isOf("PointsSpent")(at) && sumOf(at.actual) === sumOf(at.expected) && lateLot(at) !== undefined,
      says: (at) => {
        const late = lateLot(at) as Earned;
        return `At offset ${at.offset} ${field(at, "points")} points were spent. ${had(at)} ${shows(at)} ${late.purchase} stands at offset ${late.offset} and was earned on ${late.day}, before others that stand earlier. What makes points old, the place of their record or the day they were earned?`;
      },
    },
  ],
};

/** A lot that was spent too little of, and whose record came after that of a younger one which was spent instead. */
function lateLot(at: At): Earned | undefined {
  const lots = lotsBefore(at);
  const more = (lot: Earned) =>
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
      return `${record} ${shows(at)} No record before it has earned points for ${purchase}. What is there to take back?`;
    const left = figure(leftOf(at.before, purchase));
    return `${record} It had earned ${of.points} points at offset ${of.offset}, and ${left} were left. ${shows(at)} How much of it can be taken back?`;
  },
};

const twelveMonths: Check = {
  id: "twelve-months",
  title: "Points are gone when the last day of their twelve months is closed",
  covers: (at) => isOf("DayClosed")(at) && wrongLot(at) !== undefined,
  message(at) {
    const date = field(at, "date");
    const { purchase, day } = wrongLot(at) as Earned;
    const earned = `At offset ${at.offset} the day ${date} was closed. ${purchase} was earned on ${day}. Your card shows ${figure(leftOf(at.actual, purchase))} points of it; before it was ${figure(leftOf(at.before, purchase))}.`;
    if (aYearAfter(day) <= date) return `${earned} Until when could they be spent?`;
    if (Date.parse(date) - Date.parse(day) === 365 * 24 * 60 * 60_000)
      return `${earned} That is 365 days, with a 29 February among them. How long are twelve months?`;
    const written = at.event?.metadata.occurredAt.slice(0, 10);
    if (written === aYearAfter(day))
      return `${earned} The record was written after midnight, on ${written}. Which day is over?`;
    return `${earned} On which day do they grow old?`;
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
      ? `At offset ${at.offset} the log holds ${at.event.type}. ${had(at)} ${shows(at)} Which points does this record speak of?`
      : `Before the first record: ${lotsInWords(at.actual)}. Nothing was earned yet. What is on a new card?`,
};

export default {
  checks: [oldestFirst, refund, twelveMonths, earned, otherRecords],
  compare: pointsLeft,
  // A card may lack any of these records: a refund may name a purchase nobody saw, and no day has to be closed.
  generated: { cases: generatedYears, possible: () => true },
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the card it was given, at \`${path}\`. That is the card one record ago, and somebody may step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
