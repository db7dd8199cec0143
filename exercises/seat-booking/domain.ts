import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";

const minute = 60_000;

/** Who has a seat by the records so far, and by which of them. */
export interface TakenSeat {
  booking: string;
  status: "held" | "sold";
  since: Event;
  until: number;
}

/** A record about a seat, with who had it before and the two answers to who has it now. */
export interface Booking {
  event: Event;
  type: string;
  seat: string;
  booking: string;
  now: number;
  taken: TakenSeat | null;
  hasEnded: boolean;
  isOwn: boolean;
  expected: Json;
  actual: Json;
  /** The last record of the seat so far that Kafka stored with a later time; null where there is none. */
  delayed: Event | null;
  /** What a fold by Kafka's times would show for the seat. */
  byTimestamp: Json;
}

const types = new Set(["SeatHeld", "SeatConfirmed", "HoldReleased"]);

/** What is compared: `booking` and `status` of each seat. */
export function seatsOf(state: Json): Json {
  if (!isObject(state) || !isObject(state.seats ?? null)) return null;
  const shown = (seat: Json) =>
    isObject(seat) ? { booking: seat.booking ?? null, status: seat.status ?? null } : seat;
  return Object.fromEntries(Object.entries(state.seats as object).map(([name, seat]) => [name, shown(seat)]));
}

function dataOf({ data }: Event): { seat: string; booking: string; minutes: number } {
  return data as { seat: string; booking: string; minutes: number };
}

/** When it happened, as the office says. */
export function timeOf({ metadata }: Event): number {
  return Date.parse(metadata.occurredAt);
}

function timestampOf({ metadata }: Event): number {
  return metadata.timestamp;
}

/** Who has the seat after these records of it, by one of their times. */
function takenAfter(records: Event[], time: (event: Event) => number): TakenSeat | null {
  return records.reduce<TakenSeat | null>((taken, event) => next(taken, event, time(event)), null);
}

/** The rules of the instructions for one seat alone. */
function next(taken: TakenSeat | null, event: Event, now: number): TakenSeat | null {
  const { booking, minutes } = dataOf(event);
  if (taken?.status === "sold") return taken;
  const isLive = taken !== null && now < taken.until;
  const isOwn = taken?.booking === booking;
  if (event.type === "SeatHeld" && !isLive)
    return { booking, status: "held", since: event, until: now + minutes * minute };
  if (event.type === "SeatConfirmed" && isLive && isOwn) return { ...taken, status: "sold", since: event };
  return event.type === "HoldReleased" && isOwn ? null : taken;
}

/** The record at which the seats differ; null where it is not about a seat. */
export function bookingAt({ event, history, expected, actual }: CheckContext): Booking | null {
  if (!event || !types.has(event.type)) return null;
  const { seat, booking } = dataOf(event);
  const earlier = history.filter((each) => dataOf(each).seat === seat);
  const records = [...earlier, event];
  const taken = takenAfter(earlier, timeOf);
  const byTimestamp = takenAfter(records, timestampOf);
  const now = timeOf(event);
  const of = (compared: Json) =>
    isObject(compared) && Object.hasOwn(compared, seat) ? (compared[seat] ?? null) : null;
  return {
    event,
    type: event.type,
    seat,
    booking,
    now,
    taken,
    hasEnded: taken?.status === "held" && taken.until <= now,
    isOwn: taken?.booking === booking,
    expected: of(expected),
    actual: of(actual),
    delayed: records.findLast((each) => timestampOf(each) !== timeOf(each)) ?? null,
    byTimestamp: byTimestamp && { booking: byTimestamp.booking, status: byTimestamp.status },
  };
}

/** The seats in which two compared states differ. */
export function differingSeats(a: Json, b: Json): string[] {
  const [left, right] = [a, b].map((side) => (isObject(side) ? side : {})) as [
    Record<string, Json>,
    Record<string, Json>,
  ];
  const shown = (side: Record<string, Json>, seat: string) =>
    Object.hasOwn(side, seat) ? describeSeat(side[seat]) : "";
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (seat) => shown(left, seat) !== shown(right, seat),
  );
}

/** "held by HS-118", "sold to HS-118", "free"; anything else a learner may have put there, as JSON. */
export function describeSeat(seat: Json | undefined): string {
  if (seat === null || seat === undefined) return "free";
  if (!isObject(seat)) return JSON.stringify(seat);
  const { booking, status } = seat;
  if (status === "held") return `held by ${String(booking)}`;
  return status === "sold" ? `sold to ${String(booking)}` : JSON.stringify(seat);
}

/** "17:10:00", with milliseconds where there are any. */
export function formatTime(time: number): string {
  return new Date(time).toISOString().slice(11, 23).replace(".000", "");
}

/** "offset 3 of partition 1"; a log that was made for a check has one partition only. */
export function describePosition({ metadata: { position } }: Event): string {
  const { topic, partition, offset } = position;
  return topic === "given" ? `offset ${offset}` : `offset ${offset} of partition ${partition}`;
}
