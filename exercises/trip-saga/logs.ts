import type { Arbitrary } from "fast-check";
import type { Command } from "../../engine/fold/trace.ts";
import type { Case } from "../../engine/grading/checks.ts";

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

/** The happenings of a trip as the records of its log. */
function recordsOf(happenings: Happening[]): Case["records"] {
  return happenings.map(({ type, data }, place) => ({
    key: "trip-89",
    event: {
      type,
      data,
      metadata: { id: `t89-${place}`, occurredAt: new Date(Date.UTC(2026, 5, 3, 8, place)).toISOString() },
    },
  }));
}

/**
 * Logs that end where a command had come to its end, with up to eight commands: no record is missing, a half-done list
 * is made by the law `crash` only. A trip may have been planned, and come to its end, once before.
 */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const report = fc.constantFrom(...parts);
  const command: Arbitrary<Command> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record({ part: report, reference: fc.constantFrom("A-1", "B-2") })
        .map((data) => ({ type: "ReportBooked", data })),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({ part: report, reason: fc.constant("nothing free") })
        .map((data) => ({ type: "ReportRefused", data })),
    },
    { weight: 2, arbitrary: fc.constant({ type: "Continue", data: {} }) },
  );
  const past = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constantFrom(...over.slice(0, 1)) },
    { weight: 1, arbitrary: fc.constant([note]) },
  );
  const present = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...underWay) },
    { weight: 2, arbitrary: fc.constantFrom(...over) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
  return fc.record({
    records: fc.tuple(past, present).map((happenings) => recordsOf(happenings.flat())),
    commands: fc.array(command, { minLength: 1, maxLength: 8, size: "max" }),
  });
}

/**
 * Whether a smaller log could have been written: trip after trip, each as far as it came. Here a trip may be half done,
 * as a crash leaves it, so that records can be left out one by one.
 */
export function couldHaveHappened({ records }: Case): boolean {
  const happened = records.map(({ event }) => event as Happening).filter(({ type }) => type !== note.type);
  const starts = happened.flatMap(({ type }, place) => (type === planned.type ? [place] : []));
  if (happened.length > 0 && starts[0] !== 0) return false;
  return starts.every((start, place) => {
    const one = happened.slice(start, starts[place + 1]);
    return over.some((script) => one.every((each, at) => told(each) === (script[at] && told(script[at]))));
  });
}

/** A happening without what differs from trip to trip. */
function told({ type, data }: Happening): string {
  return `${type} ${data.part ?? ""}`;
}
