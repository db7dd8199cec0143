import { isObject, type Json, type JsonObject } from "../../engine/fold/json.ts";
import { changeOf, member } from "./state-change.ts";

export type SeatStatus = "free" | "held" | "sold" | "other";

/** A seat as it is drawn. `who` is the booking or person the state names for it. */
export interface Seat {
  name: string;
  status: SeatStatus;
  was: SeatStatus;
  who: string;
  changed: boolean;
}

/** A row of the plan. Its name is what the names of its seats share. */
export interface SeatRow {
  name: string;
  seats: Seat[];
}

/** The seats of a state by their names, from `seats`; null when it has none that could be drawn. */
export function seatsOf(state: Json | undefined): JsonObject | null {
  const seats = member(state, "seats");
  if (isObject(seats)) return seats;
  if (!Array.isArray(seats)) return null;
  const named = seats.flatMap((seat) => {
    const name = member(seat, "seat") ?? member(seat, "id") ?? seat;
    return typeof name === "string" ? [[name, seat] as const] : [];
  });
  return Object.fromEntries(named);
}

/** The plan: seats in rows, in the order of their names. A seat that went out of the state is free again. */
export function seatPlan(state: Json, before: Json = state): SeatRow[] {
  const [now, was] = [seatsOf(state) ?? {}, seatsOf(before) ?? {}];
  const names = [...new Set([...Object.keys(now), ...Object.keys(was)])].sort(byName);
  const rows = new Map<string, Seat[]>();
  for (const name of names) {
    const [seat, earlier] = [member(now, name), member(was, name)];
    const drawn: Seat = {
      name,
      status: statusOf(seat),
      was: statusOf(earlier),
      who: whoIn(seat),
      changed: changeOf(seat, earlier) !== "same",
    };
    const row = rowOf(name);
    rows.set(row, [...(rows.get(row) ?? []), drawn]);
  }
  return [...rows].map(([name, seats]) => ({ name, seats }));
}

const byName = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** `12` for seat `12A`, `B` for seat `B7`: the first run of digits or letters, where another follows. */
function rowOf(name: string): string {
  return /^(?:(\d+)[-\s]?[a-z]+|([a-z]+)[-\s]?\d+)$/i.exec(name)?.slice(1).find(Boolean) ?? "";
}

const soldWords = ["sold", "confirmed", "booked", "paid", "taken"];
const heldWords = ["held", "reserved", "pending"];
const freeWords = ["free", "available", "released", "open"];

/** A seat says what it is by a text, by its `status`, or by being there at all. */
export function statusOf(seat: Json | undefined): SeatStatus {
  if (seat === undefined || seat === null || seat === false) return "free";
  const told = typeof seat === "string" ? seat : member(seat, "status");
  if (typeof told !== "string") return seat === true ? "sold" : "other";
  const word = told.toLowerCase();
  if (soldWords.includes(word)) return "sold";
  if (heldWords.includes(word)) return "held";
  return freeWords.includes(word) ? "free" : "other";
}

function whoIn(seat: Json | undefined): string {
  const who =
    member(seat, "booking") ?? member(seat, "by") ?? member(seat, "passenger") ?? member(seat, "name");
  return typeof who === "string" ? who : "";
}
