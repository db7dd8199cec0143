import type { Event } from "../../engine/fold/event.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { describeOffsets, formatSeconds, offsetOf } from "../../engine/grading/message-parts.ts";
import { countInWords } from "../cart-read-only/messages.ts";
import {
  additionElsewhere,
  pairsBeyond,
  type Removal,
  removalAt,
  secondsFrom,
  skuOf,
  sortedHesitations,
} from "./domain.ts";
import { cornerCases, generated } from "./logs.ts";

const about = checksAbout(removalAt);
const seconds = (count: number) => formatSeconds(count * 1000);

/** "At offset 3, cart-21 took out one pair of pants." */
function describeRemoval({ event }: Removal): string {
  const { qty } = event.data as { qty: number };
  return `At offset ${offsetOf(event)}, ${event.metadata.key} took out ${countInWords(skuOf(event), qty)}.`;
}

/** "The newest addition of pants to this cart is at offset 1, 20 seconds before." */
function describeAddition({ event, additions }: Removal): string {
  const newest = additions.at(-1);
  return newest
    ? `The newest addition of \`${skuOf(event)}\` to this cart is at offset ${offsetOf(newest)}, ${seconds(secondsFrom(newest, event))} before.`
    : `No earlier record put \`${skuOf(event)}\` into this cart.`;
}

/** Whether the two times of the newest addition and the removal tell different seconds. */
function clocksDiffer({ event, additions }: Removal): boolean {
  const newest = additions.at(-1);
  return newest !== undefined && arrivedAfter(newest, event) !== secondsFrom(newest, event);
}

function describeArrival({ event, additions }: Removal): string {
  const apart = arrivedAfter(additions.at(-1) as Event, event);
  return apart === 0 ? "at the same time" : `${seconds(apart)} apart`;
}

const arrivedAfter = (earlier: Event, later: Event) =>
  (later.metadata.timestamp - earlier.metadata.timestamp) / 1000;

export default {
  compare: sortedHesitations,
  checks: [
    about(
      "event-time",
      "Seconds are counted from when it happened, not from when Kafka got it",
      (removal) => clocksDiffer(removal) && removal.missing.length + removal.extra.length > 0,
      (removal) =>
        `${describeRemoval(removal)} ${describeAddition(removal)} The phone had no connection, and sent both records later: they reached Kafka ${describeArrival(removal)}. How long did the shopper hesitate?`,
    ),
    about(
      "same-cart",
      "An addition and a removal belong to the same cart",
      ({ extra, additions, removedSince, event }, at) =>
        extra.length > 0 &&
        additionElsewhere(at) !== undefined &&
        extra.some(({ seconds: told }) => told === secondsFrom(additionElsewhere(at) as Event, event)) &&
        (removedSince.length > 0 || told(additions, event) !== extra[0]?.seconds),
      (removal, at) => {
        const other = additionElsewhere(at) as Event;
        return `${describeRemoval(removal)} ${describeAddition(removal)} Your list has a hesitation of ${seconds(secondsFrom(other, removal.event))}: that is the time since offset ${offsetOf(other)}, which is about ${other.metadata.key}. Which of the two carts lost something?`;
      },
    ),
    about(
      "newest-addition",
      "The seconds count from the newest addition",
      ({ additions, missing }) => missing.length > 0 && additions.length > 1,
      (removal) =>
        `${describeRemoval(removal)} It was put into this cart at ${describeOffsets(removal.additions.map(offsetOf))}. The newest addition was ${seconds(secondsFrom(removal.additions.at(-1) as Event, removal.event))} before. From which one did your fold count?`,
    ),
    about(
      "found",
      "What was put in at most 60 seconds before is in the list",
      ({ missing }) => missing.length > 0,
      (removal) =>
        `${describeRemoval(removal)} ${describeAddition(removal)} Your list has no hesitation of ${seconds(removal.missing[0]?.seconds ?? 0)} for this cart. ${removal.missing[0]?.seconds === 60 ? "Are 60 seconds at most 60 seconds?" : "What did your code do with the removal?"}`,
    ),
    about(
      "one-pair",
      "An addition and a removal are one hesitation",
      ({ extra, additions, removedSince, event }) =>
        extra.length > 0 && (removedSince.length > 0 || (told(additions, event) ?? 61) <= 60),
      (removal) =>
        removal.removedSince.length > 0
          ? `${describeRemoval(removal)} ${describeAddition(removal)} But offset ${offsetOf(removal.removedSince[0])} already took some out after it, and that hesitation is in your list. How often does one addition count?`
          : `${describeRemoval(removal)} ${describeAddition(removal)} Your list has this hesitation more than once. How many additions and how many removals were there?`,
    ),
    about(
      "too-late",
      "After more than 60 seconds it is no hesitation",
      ({ extra }) => extra.length > 0,
      (removal) =>
        `${describeRemoval(removal)} ${describeAddition(removal)} Your list has a hesitation of ${seconds(removal.extra[0]?.seconds ?? 0)}. How long may a hesitation last?`,
    ),
    {
      id: "other-records",
      title: "Only a removal can add a hesitation",
      covers: () => true,
      message: otherRecord,
    },
  ],
  cases: cornerCases,
  generated,
  words: {
    mutation: (at, path) =>
      `Your code changed the report it was given, at \`${path.split(".")[0]}\`. It is the report before offset ${at.offset}, and somebody may still need it. What would you return if you could only read it?`,
  },
} satisfies ExerciseChecks;

/** The seconds since the newest addition, if there is one. */
function told(additions: Event[], event: Event): number | undefined {
  const newest = additions.at(-1);
  return newest && secondsFrom(newest, event);
}

function otherRecord(at: CheckContext): string {
  if (!Array.isArray(at.actual))
    return `${at.event ? `After offset ${at.offset}` : "Before the first record"} your report has no list \`hesitations\`. What does your code return?`;
  const { length } = pairsBeyond(at.actual, at.before);
  return `The record at offset ${at.offset} is ${at.event?.type}. Your list got ${length} more ${length === 1 ? "hesitation" : "hesitations"} and lost ${pairsBeyond(at.before, at.actual).length}. Was anything taken out here?`;
}
