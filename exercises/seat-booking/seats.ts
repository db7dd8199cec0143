import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { At } from "../../engine/grading/checks.ts";

const minute = 60_000;

/** Who has a seat by the records so far, and by which of them. */
export interface Taken {
  booking: string;
  status: "held" | "sold";
  since: Event;
  until: number;
}

/** A record about a seat, with who had it before and the two answers to who has it now. */
export interface Booking {
  type: string;
  seat: string;
  booking: string;
  now: number;
  taken: Taken | null;
  hasEnded: boolean;
  isOwn: boolean;
  expected: Json;
  actual: Json;
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

/** Who has the seat after these records. */
function takenAfter(history: Event[], seat: string): Taken | null {
  return history.filter((event) => dataOf(event).seat === seat).reduce<Taken | null>(next, null);
}

/** The rules of the instructions for one seat alone. */
function next(taken: Taken | null, event: Event): Taken | null {
  const { booking, minutes } = dataOf(event);
  const now = timeOf(event);
  if (taken?.status === "sold") return taken;
  const isLive = taken !== null && now < taken.until;
  const isOwn = taken?.booking === booking;
  if (event.type === "SeatHeld" && !isLive)
    return { booking, status: "held", since: event, until: now + minutes * minute };
  if (event.type === "SeatConfirmed" && isLive && isOwn) return { ...taken, status: "sold", since: event };
  return event.type === "HoldReleased" && isOwn ? null : taken;
}

/** The record at which the seats part; null where it is not about a seat. */
export function bookingAt({ event, history, expected, actual }: At): Booking | null {
  if (!event || !types.has(event.type)) return null;
  const { seat, booking } = dataOf(event);
  const taken = takenAfter(history, seat);
  const now = timeOf(event);
  const of = (compared: Json) =>
    isObject(compared) && Object.hasOwn(compared, seat) ? (compared[seat] ?? null) : null;
  return {
    ...{ type: event.type, seat, booking, now, taken },
    hasEnded: taken?.status === "held" && taken.until <= now,
    isOwn: taken?.booking === booking,
    expected: of(expected),
    actual: of(actual),
  };
}

/** The seats that two compared states show otherwise. */
export function differing(a: Json, b: Json): string[] {
  const [left, right] = [a, b].map((side) => (isObject(side) ? side : {})) as [
    Record<string, Json>,
    Record<string, Json>,
  ];
  const shown = (side: Record<string, Json>, seat: string) =>
    Object.hasOwn(side, seat) ? inWords(side[seat]) : "";
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (seat) => shown(left, seat) !== shown(right, seat),
  );
}

/** "held by HS-118", "sold to HS-118", "free"; anything else a learner may have put there, as JSON. */
export function inWords(seat: Json | undefined): string {
  if (seat === null || seat === undefined) return "free";
  if (!isObject(seat)) return JSON.stringify(seat);
  const { booking, status } = seat;
  if (status === "held") return `held by ${String(booking)}`;
  return status === "sold" ? `sold to ${String(booking)}` : JSON.stringify(seat);
}

/** "17:10:00", with milliseconds where there are any. */
export function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 23).replace(".000", "");
}

/** "offset 3 of partition 1"; a log that was made for a check has one partition only. */
export function placeOf({ metadata: { position } }: Event): string {
  const { topic, partition, offset } = position;
  return topic === "given" ? `offset ${offset}` : `offset ${offset} of partition ${partition}`;
}
