import type { Command } from "../../engine/fold/trace.ts";
import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { recordsOf, weighted } from "../../engine/grading/generated-records.ts";

/** What happens to a trip, before it has a name and a time. */
type Happening = { type: string; data: { [field: string]: string } };

const parts = ["flight", "hotel", "car"];
const companies: { [part: string]: string } = { flight: "TP", hotel: "ROSSIO", car: "RENT" };
const planned: Happening = { type: "TripPlanned", data: { traveller: "Tomás Vidal", to: "Porto" } };
const note: Happening = { type: "WishNoted", data: { text: "a room with a view" } };

/** A trip in which so many parts were booked, and the next one is refused, or waits for a report. */
function trip(booked: number, refused: boolean): Happening[] {
  const bookings = parts
    .slice(0, booked)
    .map((part) => ({ part, reference: `${companies[part]}-${booked}` }));
  const there = bookings.flatMap((data): Happening[] => [
    { type: "BookingRequested", data: { part: data.part } },
    { type: "PartBooked", data },
  ]);
  const part = parts[booked];
  if (part === undefined) return [planned, ...there, { type: "TripConfirmed", data: {} }];
  const asked: Happening[] = [planned, ...there, { type: "BookingRequested", data: { part } }];
  if (!refused) return asked;
  const back = bookings.toReversed().map((data): Happening => ({ type: "PartCancelled", data }));
  const refusal: Happening = { type: "PartRefused", data: { part, reason: "nothing free" } };
  return [...asked, refusal, ...back, { type: "TripGivenUp", data: {} }];
}

const over = [trip(0, true), trip(1, true), trip(2, true), trip(3, false)];
const underWay = [[planned], trip(0, false), trip(1, false), trip(2, false)];

export const generated = {
  /**
   * Logs that end where a command had come to its end, with up to eight commands: no record is missing, a half-done list
   * is made by the law `crash` only. A trip may have been planned, and come to its end, once before.
   */
  cases: (fc) => {
    const part = fc.constantFrom(...parts);
    const command = (type: string, data: object) => fc.record(data).map((data): Command => ({ type, data }));
    const booked = { part, reference: fc.constantFrom("A-1", "B-2") };
    const commands = fc.oneof(
      { weight: 6, arbitrary: command("ReportBooked", booked) },
      { weight: 3, arbitrary: command("ReportRefused", { part, reason: fc.constant("nothing free") }) },
      { weight: 2, arbitrary: fc.constant<Command>({ type: "Continue", data: {} }) },
    );
    const past = weighted<Happening[]>(fc, [3, []], [1, ...over.slice(0, 1)], [1, [note]]);
    const present = weighted<Happening[]>(fc, [8, ...underWay], [2, ...over], [1, []]);
    const form = { key: "trip-89", firstId: "t89-0", start: "2026-06-03T08:00:00Z" };
    return fc.record({
      records: fc.tuple(past, present).map((happenings) => recordsOf(form, happenings.flat())),
      commands: fc.array(commands, { minLength: 1, maxLength: 8, size: "max" }),
    });
  },
  /**
   * Trip after trip, each as far as it came. Here a trip may be half done, as a crash leaves it, so that records can be left
   * out one by one.
   */
  possible({ records }) {
    const happened = records.map(({ event }) => event as Happening).filter(({ type }) => type !== note.type);
    const starts = happened.flatMap(({ type }, place) => (type === planned.type ? [place] : []));
    if (happened.length > 0 && starts[0] !== 0) return false;
    return starts.every((start, place) => {
      const one = happened.slice(start, starts[place + 1]);
      return over.some((script) => one.every((each, at) => told(each) === (script[at] && told(script[at]))));
    });
  },
} satisfies GeneratedLogs;

/** A happening without what differs from trip to trip. */
function told({ type, data }: Happening): string {
  return `${type} ${data.part ?? ""}`;
}
