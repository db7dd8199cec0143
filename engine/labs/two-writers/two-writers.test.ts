import fc from "fast-check";
import { expect, test } from "vitest";
import { possibleMerges, recordsIn } from "../../fold/laws/partition-merges.ts";
import type { LabFact } from "../lab-event.ts";
import type { ShownRecord } from "../topics/topic-events.ts";
import { commandIn, decide } from "./decide.ts";
import { type Design, expectedShare, gapOf } from "./designs.ts";
import { evolve, initialState, type TwoWritersState } from "./evolve.ts";
import { countDoubleBookings, evolveSeats, foldSeats, type Seats, seatOf, seatSteps } from "./seats.ts";
import { shownTopics } from "./topic-names.ts";

const seat = "12A";
const place = (partition: number, offset: number) => ({ partition, offset, timestamp: offset, key: null });
const booked = (flight: string, by: string, expectedVersion?: number): ShownRecord => ({
  ...place(0, 0),
  type: "SeatBooked",
  data: { flight, seat, by, ...(expectedVersion !== undefined && { expectedVersion }) },
});

const aFlight = fc.constantFrom("OZ1", "OZ2", "OZ3");
const anAgent = fc.constantFrom("ana", "bo", "cleo");
const aVersion = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const aBooking = fc
  .tuple(aFlight, anAgent, aVersion)
  .map(([flight, by, version]) => booked(flight, by, version));

/** Counts by looking, for each seat, at all that came before each of its records. */
function countByHand(records: ShownRecord[]): number {
  const accepted: ShownRecord[] = [];
  const flightOf = ({ data }: ShownRecord) => (data as { flight: string }).flight;
  for (const record of records) {
    const before = accepted.filter((other) => flightOf(other) === flightOf(record)).length;
    const { expectedVersion } = record.data as { expectedVersion?: number };
    if (expectedVersion === undefined || expectedVersion === before) accepted.push(record);
  }
  const flights = accepted.map(flightOf);
  return new Set(flights.filter((flight, n) => flights.indexOf(flight) !== n)).size;
}

test("the count of double bookings is that of a count by hand, for every log", () => {
  fc.assert(
    fc.property(fc.array(aBooking, { maxLength: 30 }), (records) => {
      expect(countDoubleBookings(foldSeats(records))).toBe(countByHand(records));
    }),
  );
});

test("every order in which a reader may get the partitions gives the same seats", () => {
  const log = fc.array(aBooking, { maxLength: 5 });
  fc.assert(
    fc.property(log, log, (one, other) => {
      // A flight's records are in one partition.
      const partitions = [one, other].map((records, partition) =>
        records.map((record, offset) => ({
          ...record,
          ...place(partition, offset),
          data: {
            ...(record.data as object),
            flight: `${(record.data as { flight: string }).flight}-${partition}`,
          },
        })),
      );
      const expected = foldSeats(partitions.flat());
      for (const merge of possibleMerges(partitions, 200, 1)) {
        const records = recordsIn(merge, partitions);
        expect(foldSeats(records)).toEqual(expected);
        expect(countByHand(records)).toBe(countDoubleBookings(expected));
      }
    }),
  );
});

test("where every record expects a version, no seat is ever given twice in one version, and the first by offset has it", () => {
  const attempts = fc.array(fc.tuple(aFlight, anAgent), { maxLength: 20 });
  fc.assert(
    fc.property(attempts, (tries) => {
      const records = tries.map(([flight, by]) => booked(flight, by, 0));
      const seats = foldSeats(records);
      expect(countDoubleBookings(seats)).toBe(0);
      for (const flight of new Set(tries.map(([each]) => each))) {
        const first = tries.find(([each]) => each === flight)?.[1];
        const { holders, rejected } = seatOf(seats, flight, seat);
        expect(holders).toEqual([first]);
        expect(rejected).toHaveLength(tries.filter(([each]) => each === flight).length - 1);
      }
    }),
  );
});

test("one decider gives no seat twice, whatever is asked and in whichever order", () => {
  const commands = fc.array(fc.tuple(aFlight, anAgent), { maxLength: 20 });
  fc.assert(
    fc.property(commands, (asked) => {
      const events = asked.reduce(
        ({ seats, all }: { seats: Seats; all: ShownRecord[] }, [flight, by], n) => {
          const event = decide({ flight, seat, by }, seats, `0@${n}`, 1);
          return { seats: evolveSeats(seats, event), all: [...all, { ...place(0, n), ...event }] };
        },
        { seats: {}, all: [] },
      ).all;
      expect(countDoubleBookings(foldSeats(events))).toBe(0);
      expect(events.filter(({ type }) => type === "SeatBooked")).toHaveLength(
        new Set(asked.map(([f]) => f)).size,
      );
      expect(seatSteps(events).every(({ ruling }) => ruling === "booked" || ruling === "refused")).toBe(true);
    }),
  );
});

test("each record is told what the fold makes of it; a rejected one does not change the version", () => {
  const records = [
    booked("OZ1", "ana", 0),
    booked("OZ1", "bo", 0),
    booked("OZ1", "bo", 1),
    booked("OZ2", "bo", 4),
  ];
  expect(seatSteps(records).map(({ ruling, after }) => [ruling, after?.version])).toEqual([
    ["booked", 1],
    ["rejected", 1],
    ["booked-twice", 2],
    ["rejected", 0],
  ]);
});

test("what others append changes no seat and is no command", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("SeatBooked", "BookSeat", "", null), (data, type) => {
      const record = { ...place(0, 0), type, data } as ShownRecord;
      const complete = JSON.stringify(Object.keys(Object(data)).toSorted()) === '["by","flight","seat"]';
      fc.pre(!complete);
      expect(foldSeats([record])).toEqual({});
      expect(commandIn(record)).toBeNull();
    }),
  );
});

/** The events of one race that ended, with these bookings. */
function raceEvents(design: Design, records: ShownRecord[]): LabFact[] {
  const topic = shownTopics.bookings;
  const answered = (agent: string, waited: number) => ({
    type: "AgentStepped",
    data: { flight: "OZ1", agent, ms: 9, what: "answered", answer: "booked", waited },
  });
  return [
    { type: "TopicMade", data: { topic, partitions: 2, settings: {} } },
    {
      type: "RacesStarted",
      data: { design, races: 2, delays: { think: 1, lag: 1, gap: 1 }, firstFlight: 1 },
    },
    answered("ana", 30),
    answered("bo", 10),
    { type: "RecordsArrived", data: { topic, records } },
    { type: "RacesEnded", data: { reason: "stopped" } },
  ];
}
const after = (events: LabFact[]): TwoWritersState => events.reduce(evolve, initialState());

test("races are counted from the records, and only those that ended", () => {
  const records = ["ana", "bo"].map((by, offset) => ({
    ...booked("OZ1", by),
    ...place(0, offset),
    key: "OZ1",
  }));
  const { results, races } = after(raceEvents("view", records));
  expect(results).toMatchObject([{ races: 1, doubleBookings: 1, waits: [10, 30] }]);
  expect(races?.ended).toBe("stopped");
});

test("when the session closes its topics are gone, and what was counted stays", () => {
  const closed = { type: "LabClosed", data: { reason: "idle", message: { message: "", sentences: [] } } };
  const state = after([...raceEvents("view", []), closed]);
  expect(state.topics).toEqual({});
  expect(state.results).toHaveLength(1);
});

test("Bo's delay is the chosen one in one race, and spread evenly over many", () => {
  const delays = { think: 100, lag: 100, gap: 400 };
  expect(gapOf(0, 1, delays)).toBe(400);
  const gaps = Array.from({ length: 40 }, (_, n) => gapOf(n, 40, delays));
  expect(gaps.every((gap) => gap > 0 && gap < 400)).toBe(true);
  const early = gaps.filter((gap) => gap < delays.think + delays.lag).length;
  expect(early / 40).toBeCloseTo(expectedShare(delays));
  expect(expectedShare({ ...delays, gap: 0 })).toBe(1);
});
