import { isObject, type Json } from "../../fold/json.ts";
import type { ShownRecord } from "../topics/topic-events.ts";

export interface Seat {
  /** How many bookings of it were accepted. */
  version: number;
  /** Whose bookings were accepted, in order. More than one is a double booking. */
  holders: string[];
  /** Whose records the fold has rejected: they expected another version. */
  rejected: string[];
}

/** The seats of which a record tells, each under its flight and its name. */
export type Seats = Record<string, Seat>;

/** What the fold makes of one record. `refused`: a decider has written that it said no. */
export type Ruling = "booked" | "booked-twice" | "rejected" | "refused" | "ignored";

export interface SeatStep {
  record: ShownRecord;
  ruling: Ruling;
  /** The record's seat after it; null where the record is about none. */
  after: Seat | null;
}

interface Booking {
  seat: string;
  by: string;
  expectedVersion: number | null;
}

type SeatEvent = Pick<ShownRecord, "type" | "data">;

export const emptySeat: Seat = { version: 0, holders: [], rejected: [] };

/**
 * The fold over bookings. A record that expects a version is accepted when the seat has that version, so the first one
 * in the order of its partition is. A record that expects none is accepted always.
 */
export function evolveSeats(seats: Seats, event: SeatEvent): Seats {
  const booking = event.type === "SeatBooked" ? bookingIn(event.data) : null;
  if (!booking) return seats;
  const { seat, by, expectedVersion } = booking;
  const before = seats[seat] ?? emptySeat;
  const accepted = expectedVersion === null || expectedVersion === before.version;
  const after = accepted
    ? { ...before, version: before.version + 1, holders: [...before.holders, by] }
    : { ...before, rejected: [...before.rejected, by] };
  return { ...seats, [seat]: after };
}

export function foldSeats(records: readonly SeatEvent[]): Seats {
  return records.reduce(evolveSeats, {});
}

/** The fold with what it makes of each record. */
export function seatSteps(records: readonly ShownRecord[]): SeatStep[] {
  let seats: Seats = {};
  return records.map((record) => {
    const booking = bookingIn(record.data);
    if (!booking) return { record, ruling: "ignored", after: null };
    const before = seats[booking.seat] ?? emptySeat;
    seats = evolveSeats(seats, record);
    const after = seats[booking.seat] ?? emptySeat;
    if (record.type === "BookingRejected") return { record, ruling: "refused", after };
    if (record.type !== "SeatBooked") return { record, ruling: "ignored", after };
    if (after.version === before.version) return { record, ruling: "rejected", after };
    return { record, ruling: after.holders.length > 1 ? "booked-twice" : "booked", after };
  });
}

/** The seat of a flight as the fold has it. */
export function seatOf(seats: Seats, flight: string, seat: string): Seat {
  return seats[seatKey(flight, seat)] ?? emptySeat;
}

/** How many seats were given to more than one. */
export function countDoubleBookings(seats: Seats): number {
  return Object.values(seats).filter(({ holders }) => holders.length > 1).length;
}

// The space keeps it apart from the names that every object has.
const seatKey = (flight: string, seat: string) => `${flight} ${seat}`;

/** What a record says of a seat; null where it is not of the lab: a learner may append anything. */
function bookingIn(data: Json): Booking | null {
  if (!isObject(data)) return null;
  const { flight, seat, by, expectedVersion } = data;
  if (typeof flight !== "string" || typeof seat !== "string" || typeof by !== "string") return null;
  const expected = typeof expectedVersion === "number" ? expectedVersion : null;
  return { seat: seatKey(flight, seat), by, expectedVersion: expected };
}
