import type { Event } from "../../engine/fold/event.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { corners, generatedEvenings } from "./offices.ts";
import {
  type Booking,
  bookingAt,
  clock,
  differing,
  inWords,
  placeOf,
  seatsOf,
  type Taken,
  timeOf,
} from "./seats.ts";

/** A check about a record of a seat. */
function seatCheck(
  id: string,
  title: string,
  covers: (booking: Booking) => boolean,
  message: (booking: Booking, at: At & { event: Event }) => string,
): Check {
  return {
    id,
    title,
    covers: (at) => {
      const booking = bookingAt(at);
      return booking !== null && covers(booking);
    },
    message: (at) => message(bookingAt(at) as Booking, at as At & { event: Event }),
  };
}

const did: Record<string, string> = {
  SeatHeld: "holds",
  SeatConfirmed: "confirms",
  HoldReleased: "releases",
};

/** "At offset 1 of partition 0, 17:00:20, OT-77 holds F12." */
const recordOf = ({ type, booking, seat, now }: Booking, { event }: { event: Event }) =>
  `At ${placeOf(event)}, ${clock(now)}, ${booking} ${did[type]} ${seat}.`;
const showsOf = ({ seat, actual }: Booking) => `Your fold shows ${seat} ${inWords(actual)}.`;
const ended = ({ until, booking }: Taken, now: number) =>
  until === now
    ? `The hold of ${booking} ends at exactly this moment.`
    : `The hold of ${booking} ended at ${clock(until)}.`;

const soldStays = seatCheck(
  "sold-stays",
  "A seat that is sold stays sold",
  ({ type, taken, isOwn }) => taken?.status === "sold" && (type !== "SeatConfirmed" || isOwn),
  (booking, at) => {
    const { seat, taken } = booking;
    return `${recordOf(booking, at)} ${seat} was sold to ${taken?.booking} at ${placeOf((taken as Taken).since)}. ${showsOf(booking)} How does a seat that was paid for become free?`;
  },
);

const firstWins = seatCheck(
  "first-wins",
  "Who is first in the seat's own log has it",
  ({ type, taken, hasEnded }) => type === "SeatHeld" && taken !== null && !hasEnded,
  (booking, at) => {
    const { seat, now } = booking;
    const { since, until, booking: holder } = booking.taken as Taken;
    const held = `${holder} has held it since ${placeOf(since)}, ${clock(timeOf(since))}, until ${clock(until)}.`;
    return timeOf(since) > now
      ? `${recordOf(booking, at)} ${held} ${showsOf(booking)} The time of ${booking.booking} is earlier, and its record is later. Which order do all readers of ${seat} agree on?`
      : `${recordOf(booking, at)} ${held} ${showsOf(booking)} Who was first?`;
  },
);

const holdsEnd = seatCheck(
  "holds-end",
  "A hold ends when its minutes are over",
  ({ type, hasEnded, isOwn }) => hasEnded && (type === "SeatHeld" || (type === "SeatConfirmed" && isOwn)),
  (booking, at) => {
    const record = `${recordOf(booking, at)} ${ended(booking.taken as Taken, booking.now)} ${showsOf(booking)}`;
    return booking.type === "SeatHeld"
      ? `${record} Who may have it from that moment on?`
      : `${record} What was left to confirm?`;
  },
);

const freeSeat = seatCheck(
  "free-seat",
  "A free seat goes to the first who holds it",
  ({ type, taken }) => type === "SeatHeld" && taken === null,
  (booking, at) =>
    `${recordOf(booking, at)} Before that the seat was free. ${showsOf(booking)} Who has it now?`,
);

const onlyWhatIsHeld = seatCheck(
  "only-what-is-held",
  "A confirmation without a hold changes nothing",
  ({ type, isOwn }) => type === "SeatConfirmed" && !isOwn,
  (booking, at) => {
    const { taken, seat } = booking;
    const had = taken ? inWords({ status: taken.status, booking: taken.booking }) : "free";
    return `${recordOf(booking, at)} Before that it was ${had}. ${showsOf(booking)} Which record gave ${seat} to ${booking.booking}?`;
  },
);

const confirmation = seatCheck(
  "confirmation",
  "A confirmation sells the seat that is on hold",
  ({ type }) => type === "SeatConfirmed",
  (booking, at) =>
    `${recordOf(booking, at)} It has it on hold until ${clock((booking.taken as Taken).until)}. ${showsOf(booking)} What does a booking have when it is paid for in time?`,
);

const release = seatCheck(
  "release",
  "A booking that releases its hold gives the seat back",
  ({ type }) => type === "HoldReleased",
  (booking, at) => {
    const { taken } = booking;
    const had = taken ? `held by ${taken.booking}` : "free";
    return `${recordOf(booking, at)} Before that it was ${had}. ${showsOf(booking)} Whose hold was it?`;
  },
);

const otherRecords: Check = {
  id: "other-records",
  title: "A record that is about no seat's hold changes nothing",
  covers: () => true,
  message: ({ event, expected, actual }) => {
    const [seat = "a seat"] = differing(expected, actual);
    return event
      ? `At ${placeOf(event)} the log holds ${event.type}, and in your fold ${seat} is not as it was. Nobody held, confirmed or released it there. What does \`evolve\` return for such an event?`
      : "Before the first record `seats` is not empty, or not there. No office has opened yet. Which seats are taken before that?";
  },
};

export default {
  checks: [soldStays, firstWins, holdsEnd, freeSeat, onlyWhatIsHeld, confirmation, release, otherRecords],
  compare: seatsOf,
  cases: corners,
  // An office may have written any of these records without the others.
  generated: { cases: generatedEvenings, possible: () => true },
  words: {
    interleavings: ({ event, expected, actual }) => {
      const [seat = "a seat"] = differing(expected, actual);
      const of = (compared: typeof actual) =>
        inWords((compared as Record<string, typeof actual> | null)?.[seat]);
      const read = event
        ? `with the record of ${event.metadata.key} at ${placeOf(event)} read earlier`
        : "read otherwise";
      return `The records of two seats have no order among them. In one order that Kafka may deliver ${seat} ends ${of(expected)}; ${read} your fold shows it ${of(actual)}. What do you know about ${seat} that came from another seat?`;
    },
    mutation: ({ event }, path) =>
      `${event ? `At ${placeOf(event)} your` : "Your"} code changed the hall it was given, at \`${path}\`. That is the hall one record ago, and somebody may step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
