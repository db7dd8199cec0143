import type { JsonObject } from "../../fold/json.ts";
import { isObject } from "../../fold/json.ts";
import type { ShownRecord } from "../topics/topic-events.ts";
import { type Seats, seatOf } from "./seats.ts";

export interface BookSeat {
  flight: string;
  seat: string;
  by: string;
}

/** The event that a decider appends for a command. `command`: where the command is, `partition@offset`. */
export interface DecidedEvent {
  type: "SeatBooked" | "BookingRejected";
  data: JsonObject;
}

/** The command in a record; null where the record is none: a learner may append anything. */
export function commandIn({ type, data }: ShownRecord): BookSeat | null {
  if (type !== "BookSeat" || !isObject(data)) return null;
  const { flight, seat, by } = data;
  const isComplete = typeof flight === "string" && typeof seat === "string" && typeof by === "string";
  return isComplete ? { flight, seat, by } : null;
}

/** A seat goes to whoever asks first. `instance`: which decider says so. */
export function decide(
  { flight, seat, by }: BookSeat,
  seats: Seats,
  command: string,
  instance: number,
): DecidedEvent {
  const isTaken = seatOf(seats, flight, seat).holders.length > 0;
  return {
    type: isTaken ? "BookingRejected" : "SeatBooked",
    data: { flight, seat, by, command, decider: instance },
  };
}
