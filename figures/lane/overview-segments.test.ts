import fc from "fast-check";
import { expect, test } from "vitest";
import { listed } from "./card-source.ts";
import type { LaneCard } from "./lane-card.ts";
import { overviewSegments, placeUnder, segmentOf, thumbOf } from "./overview-segments.ts";
import { tapeWidth } from "./visible-cards.ts";

const card = (index: number, more: Partial<LaneCard> = {}): LaneCard => ({
  id: `log-0@${index}`,
  lane: "partition 0",
  kind: "event",
  title: index % 2 ? "Left" : "Came",
  offset: index,
  key: `key-${index % 3}`,
  time: null,
  summary: "",
  ...more,
});

test("every card lies in one part, and parts follow each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 500 }), (count, parts) => {
      expect(segmentOf(0, count, parts)).toBe(0);
      expect(segmentOf(count - 1, count, parts)).toBeLessThan(parts);
      const index = Math.floor(count / 2);
      if (index + 1 < count)
        expect(segmentOf(index, count, parts)).toBeLessThanOrEqual(segmentOf(index + 1, count, parts));
    }),
  );
});

test("the strip counts every card of a short tape, by type or by key, and tells its marks", () => {
  const source = listed([card(0), card(1, { mark: "skipped" }), card(2), card(3)], ["partition 0"]);
  for (const colourBy of ["type", "key"] as const) {
    const { parts, marks } = overviewSegments(source, 2, colourBy);
    expect(parts.map(({ looked }) => looked)).toEqual([2, 2]);
    expect(marks).toEqual([{ index: 1, mark: "skipped" }]);
  }
  expect(overviewSegments(source, 1, "type").parts[0]?.counts.filter((n) => n > 0)).toEqual([2, 2]);
});

test("the thumb stays on the strip, and a tap on its middle leaves the tape where it is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 21, max: 10_000_000 }),
      fc.integer({ min: 200, max: 2_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, view, at) => {
        const tape = tapeWidth(count);
        const place = at * (tape - view);
        const { left, width } = thumbOf(place, view, tape);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.abs(placeUnder(left + width / 2, view, tape) - place)).toBeLessThan(1e-3);
      },
    ),
  );
});
