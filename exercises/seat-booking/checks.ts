import type { Event } from "../../engine/fold/event.ts";
import { sameJson } from "../../engine/fold/json.ts";
import type { Check, ExerciseChecks, KnownMistake } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import {
  type Booking,
  bookingAt,
  describePosition,
  describeSeat,
  differingSeats,
  formatTime,
  seatsOf,
  type TakenSeat,
  timeOf,
} from "./domain.ts";
import { cornerCases, generated } from "./logs.ts";

/** The learner's fold shows what a fold by Kafka's `timestamp` would show. */
const readsTimestamp: KnownMistake = {
  when: (at) => {
    const { delayed, expected, actual, byTimestamp } = bookingAt(at) ?? {};
    return Boolean(delayed) && !sameJson(expected, actual) && sameJson(actual, byTimestamp);
  },
  says: (at) => {
    const booking = bookingAt(at) as Booking;
    const delayed = booking.delayed as Event;
    const times = `\`occurredAt\` ${formatTime(timeOf(delayed))} and \`timestamp\` ${formatTime(delayed.metadata.timestamp)}`;
    return `${recordOf(booking)} ${showsOf(booking)} The record at ${describePosition(delayed)} has ${times}. Which of the two times does your code read?`;
  },
};

/** Checks about a record of a seat. */
const seatCheck = checksAbout(bookingAt, [readsTimestamp]);

const did: Record<string, string> = {
  SeatHeld: "holds",
  SeatConfirmed: "confirms",
  HoldReleased: "releases",
};

/** "At offset 1 of partition 0, 17:00:20, OT-77 holds F12." */
const recordOf = ({ type, booking, seat, now, event }: Booking) =>
  `At ${describePosition(event)}, ${formatTime(now)}, ${booking} ${did[type]} ${seat}.`;
const showsOf = ({ seat, actual }: Booking) => `Your fold shows ${seat} ${describeSeat(actual)}.`;
const ended = ({ until, booking }: TakenSeat, now: number) =>
  until === now
    ? `The hold of ${booking} ends at exactly this time.`
    : `The hold of ${booking} ended at ${formatTime(until)}.`;

const soldStays = seatCheck(
  "sold-stays",
  "A seat that is sold stays sold",
  ({ type, taken, isOwn }) => taken?.status === "sold" && (type !== "SeatConfirmed" || isOwn),
  (booking) => {
    const { seat, taken } = booking;
    return `${recordOf(booking)} ${seat} was sold to ${taken?.booking} at ${describePosition((taken as TakenSeat).since)}. ${showsOf(booking)} How can a seat that is paid for become free?`;
  },
);

const firstWins = seatCheck(
  "first-wins",
  "The first hold in the seat's own log gets the seat",
  ({ type, taken, hasEnded }) => type === "SeatHeld" && taken !== null && !hasEnded,
  (booking) => {
    const { seat, now } = booking;
    const { since, until, booking: holder } = booking.taken as TakenSeat;
    const held = `${holder} has held it since ${describePosition(since)}, ${formatTime(timeOf(since))}, until ${formatTime(until)}.`;
    return timeOf(since) > now
      ? `${recordOf(booking)} ${held} ${showsOf(booking)} ${booking.booking} has the earlier time, but the later record. Which order is the same for all readers of ${seat}?`
      : `${recordOf(booking)} ${held} ${showsOf(booking)} Who was first?`;
  },
);

const holdsEnd = seatCheck(
  "holds-end",
  "A hold ends when its minutes are over",
  ({ type, hasEnded, isOwn }) => hasEnded && (type === "SeatHeld" || (type === "SeatConfirmed" && isOwn)),
  (booking) => {
    const record = `${recordOf(booking)} ${ended(booking.taken as TakenSeat, booking.now)} ${showsOf(booking)}`;
    return booking.type === "SeatHeld"
      ? `${record} Who may hold it from then on?`
      : `${record} Which hold was left to confirm?`;
  },
);

const freeSeat = seatCheck(
  "free-seat",
  "A free seat goes to the first hold",
  ({ type, taken }) => type === "SeatHeld" && taken === null,
  (booking) => `${recordOf(booking)} Before that the seat was free. ${showsOf(booking)} Who has it now?`,
);

const onlyWhatIsHeld = seatCheck(
  "only-what-is-held",
  "A confirmation without a hold changes nothing",
  ({ type, isOwn }) => type === "SeatConfirmed" && !isOwn,
  (booking) => {
    const { taken, seat } = booking;
    const had = taken ? describeSeat({ status: taken.status, booking: taken.booking }) : "free";
    return `${recordOf(booking)} Before that it was ${had}. ${showsOf(booking)} Which record gave ${seat} to ${booking.booking}?`;
  },
);

const confirmation = seatCheck(
  "confirmation",
  "A confirmation sells the seat that is on hold",
  ({ type }) => type === "SeatConfirmed",
  (booking) =>
    `${recordOf(booking)} Its hold lasts until ${formatTime((booking.taken as TakenSeat).until)}. ${showsOf(booking)} What is the status of a seat that is paid for in time?`,
);

const release = seatCheck(
  "release",
  "A booking that releases its hold gives the seat back",
  ({ type }) => type === "HoldReleased",
  (booking) => {
    const { taken } = booking;
    const had = taken ? `held by ${taken.booking}` : "free";
    return `${recordOf(booking)} Before that it was ${had}. ${showsOf(booking)} Whose hold was it?`;
  },
);

const otherRecords: Check = {
  id: "other-records",
  title: "A record that holds, confirms and releases nothing changes nothing",
  covers: () => true,
  message: ({ event, expected, actual }) => {
    const [seat = "a seat"] = differingSeats(expected, actual);
    return event
      ? `At ${describePosition(event)} the log holds ${event.type}, and in your fold ${seat} changed. This record holds, confirms and releases nothing. What does \`evolve\` return for such an event?`
      : "Before the first record `seats` is not empty, or missing. No office has opened yet. Which seats are taken by then?";
  },
};

export default {
  checks: [soldStays, firstWins, holdsEnd, freeSeat, onlyWhatIsHeld, confirmation, release, otherRecords],
  compare: seatsOf,
  cases: cornerCases,
  generated,
  words: {
    interleavings: ({ event, expected, actual }) => {
      const [seat = "a seat"] = differingSeats(expected, actual);
      const of = (compared: typeof actual) =>
        describeSeat((compared as Record<string, typeof actual> | null)?.[seat]);
      const read = event
        ? `If the record of ${event.metadata.key} at ${describePosition(event)} is read earlier,`
        : "In another order,";
      return `Kafka promises no order between the records of two seats. In one order, ${seat} ends ${of(expected)}. ${read} your fold shows it ${of(actual)}. What does your fold know about ${seat} that came from another seat?`;
    },
    mutation: ({ event }, path) =>
      `${event ? `At ${describePosition(event)} your` : "Your"} code changed the hall it was given, at \`${path}\`. That is the hall before this record, and somebody may still step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
