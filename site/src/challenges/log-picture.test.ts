import { expect, test } from "vitest";
import type { RawRecord } from "../../../engine/fold/event.ts";
import { eventColour } from "../../../figures/event-colours.ts";
import { logPicture } from "./log-picture.ts";

const record = (partition: number, offset: number, value: string | null): RawRecord => ({
  position: { topic: "course.seats", partition, offset },
  timestamp: 0,
  key: "k",
  headers: {},
  value,
});
const event = (type: string) => JSON.stringify({ type, data: {} });

test("each partition has a lane, and each event type its colour", () => {
  const records = [
    record(2, 0, event("SeatHeld")),
    record(0, 0, event("SeatSold")),
    record(2, 1, event("SeatHeld")),
  ];
  expect(logPicture(records)).toEqual({
    lanes: 2,
    marks: [
      { lane: 1, place: 0, colour: eventColour("SeatHeld") },
      { lane: 0, place: 1, colour: eventColour("SeatSold") },
      { lane: 1, place: 2, colour: eventColour("SeatHeld") },
    ],
  });
});

test("a record that is no event has a colour of its own, and a long log shows its beginning", () => {
  const records = Array.from({ length: 40 }, (_, offset) => record(0, offset, null));
  const { lanes, marks } = logPicture(records);
  expect(lanes).toBe(1);
  expect(marks).toHaveLength(16);
  expect(marks[0]?.colour).toBe("var(--line-strong)");
});

test("an empty log is an empty lane", () => {
  expect(logPicture([])).toEqual({ lanes: 1, marks: [] });
});
