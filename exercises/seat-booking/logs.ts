import { isObject } from "../../engine/fold/json.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { weighted } from "../../engine/grading/generated-records.ts";

const second = 1000;
const day = "2026-05-02T";

type Line = [type: string, seat: string, booking: string, at: string, minutes?: number, delay?: number];

/**
 * A log from lines such as `["SeatHeld", "F12", "HS-1", "17:00:00", 10, 40]`. With a delay, in seconds, the office sent the
 * record later than it happened, and Kafka's timestamp is later.
 */
function caseOf(...lines: Line[]): Case {
  return {
    records: lines.map(([type, seat, booking, at, minutes, delay = 0], place) => ({
      key: seat,
      ...(delay > 0 && { timestamp: Date.parse(`${day}${at}Z`) + delay * second }),
      event: {
        type,
        data: { seat, booking, ...(minutes !== undefined && { minutes }) },
        metadata: { id: `s${place}`, occurredAt: `${day}${at}Z` },
      },
    })),
  };
}

/**
 * A payment at the time at which the hold ends; offices whose clocks differ, so that what comes later in a seat's log has
 * an earlier time; a payment in time whose record Kafka got after the hold had ended.
 */
export const cornerCases: Case[] = [
  caseOf(["SeatHeld", "G4", "OT-78", "17:00:00", 2], ["SeatConfirmed", "G4", "OT-78", "17:02:00"]),
  caseOf(
    ["SeatHeld", "F12", "HS-118", "17:00:30", 5],
    ["SeatHeld", "F12", "OT-77", "17:00:10", 5],
    ["SeatConfirmed", "F12", "OT-77", "17:00:50"],
    ["SeatConfirmed", "F12", "HS-118", "17:00:40"],
    ["SeatHeld", "F12", "OT-77", "17:00:20", 5],
  ),
  caseOf(
    ["SeatHeld", "G4", "OT-78", "17:00:00", 2],
    ["SeatHeld", "G4", "HS-120", "17:02:10", 5],
    ["SeatConfirmed", "G4", "OT-78", "17:01:50"],
    ["HoldReleased", "G4", "OT-78", "17:01:55"],
  ),
  caseOf(
    ["SeatHeld", "F11", "OT-79", "17:00:00", 2],
    ["SeatConfirmed", "F11", "OT-79", "17:01:30", undefined, 40],
  ),
];

export const generated = {
  /**
   * Evenings of up to 16 records; holds often end at exactly the time of a record. They run in the order of time, and some
   * records reach Kafka later than they happened.
   */
  cases: (fc) => {
    const record = fc.record({
      type: weighted(fc, [6, "SeatHeld"], [5, "SeatConfirmed"], [2, "HoldReleased"], [1, "TicketPrinted"]),
      seat: fc.constantFrom("F12", "F12", "F11", "G4"),
      booking: fc.constantFrom("HS-118", "OT-77", "OT-78"),
      gap: fc.constantFrom(1, 30, 60, 60, 119.999, 121, 300),
      minutes: fc.constantFrom(2, 5),
      delay: fc.constantFrom(0, 0, 0, 45, 150),
    });
    return fc.array(record, { minLength: 1, maxLength: 16, size: "max" }).map((drawn) => {
      let now = Date.parse(`${day}17:00:00Z`);
      const lines = drawn.map(({ type, seat, booking, gap, minutes, delay }): Line => {
        now += gap * second;
        const at = new Date(now).toISOString().slice(11, 23);
        return [type, seat, booking, at, type === "SeatHeld" ? minutes : undefined, delay];
      });
      return caseOf(...lines);
    });
  },
  /**
   * Every record once, with its seat as the key. An office may have written any of them without the others, and at any
   * time: its clock may differ.
   */
  possible: (log) =>
    hasEachRecordOnce(log) &&
    log.records.every(({ key, event: { data } }) => isObject(data) && data.seat === key),
} satisfies GeneratedLogs;
