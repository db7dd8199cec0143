import type { Arbitrary } from "fast-check";
import type { Case } from "../../engine/grading/checks.ts";

const second = 1000;
const day = "2026-05-02T";

type Line = [type: string, seat: string, booking: string, at: string, minutes?: number];

/** A log from lines such as `["SeatHeld", "F12", "HS-1", "17:00:00", 10]`. */
function caseOf(lines: Line[]): Case {
  return {
    records: lines.map(([type, seat, booking, at, minutes], place) => ({
      key: seat,
      event: {
        type,
        data: { seat, booking, ...(minutes !== undefined && { minutes }) },
        metadata: { id: `s${place}`, occurredAt: `${day}${at}Z` },
      },
    })),
  };
}

/**
 * A payment at the moment in which the hold ends, and offices whose clocks differ: what comes later in a seat's log has
 * an earlier time.
 */
export const corners: Case[] = [
  caseOf([
    ["SeatHeld", "G4", "OT-78", "17:00:00", 2],
    ["SeatConfirmed", "G4", "OT-78", "17:02:00"],
  ]),
  caseOf([
    ["SeatHeld", "F12", "HS-118", "17:00:30", 5],
    ["SeatHeld", "F12", "OT-77", "17:00:10", 5],
    ["SeatConfirmed", "F12", "OT-77", "17:00:50"],
    ["SeatConfirmed", "F12", "HS-118", "17:00:40"],
    ["SeatHeld", "F12", "OT-77", "17:00:20", 5],
  ]),
  caseOf([
    ["SeatHeld", "G4", "OT-78", "17:00:00", 2],
    ["SeatHeld", "G4", "HS-120", "17:02:10", 5],
    ["SeatConfirmed", "G4", "OT-78", "17:01:50"],
    ["HoldReleased", "G4", "OT-78", "17:01:55"],
  ]),
];

/** Evenings of up to 16 records; holds often end at the very moment of a record. They run in the order of time. */
export function generatedEvenings(fc: typeof import("fast-check")): Arbitrary<Case> {
  const record = fc.record({
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constant("SeatHeld") },
      { weight: 5, arbitrary: fc.constant("SeatConfirmed") },
      { weight: 2, arbitrary: fc.constant("HoldReleased") },
      { weight: 1, arbitrary: fc.constant("TicketPrinted") },
    ),
    seat: fc.constantFrom("F12", "F12", "F11", "G4"),
    booking: fc.constantFrom("HS-118", "OT-77", "OT-78"),
    gap: fc.constantFrom(1, 30, 60, 60, 119.999, 121, 300),
    minutes: fc.constantFrom(2, 5),
  });
  return fc.array(record, { minLength: 1, maxLength: 16, size: "max" }).map((drawn) => {
    let now = Date.parse(`${day}17:00:00Z`);
    return caseOf(
      drawn.map(({ type, seat, booking, gap, minutes }) => {
        now += gap * second;
        const at = new Date(now).toISOString().slice(11, 23);
        return type === "SeatHeld" ? [type, seat, booking, at, minutes] : [type, seat, booking, at];
      }),
    );
  });
}
