import * as fc from "fast-check";
import { expect, test } from "vitest";
import { down, kept, landing, put, restOf, takenOut, up } from "./arrangement.ts";

const count = 7;
const used = fc.shuffledSubarray([...Array(count).keys()]);
const piece = fc.nat(count - 1);

test("law: whatever is moved, no piece is lost and none comes twice", () => {
  fc.assert(
    fc.property(used, piece, fc.nat(9), (used, piece, place) => {
      for (const next of [
        put(used, piece, place),
        takenOut(used, piece),
        up(used, piece),
        down(used, piece),
      ]) {
        const all = [...next, ...restOf(next, count)];
        expect(all.toSorted()).toEqual([...Array(count).keys()]);
      }
    }),
  );
});

test("law: up takes back what down did, but for a piece that waits already or stands first", () => {
  fc.assert(
    fc.property(used, piece, (used, piece) => {
      fc.pre(used.includes(piece));
      expect(up(down(used, piece), piece)).toEqual(used);
    }),
  );
});

test("law: a piece that is put somewhere stands there", () => {
  fc.assert(
    fc.property(used, piece, fc.nat(count - 1), (used, piece, place) => {
      const next = put(used, piece, place);
      expect(next.indexOf(piece)).toBe(Math.min(place, next.length - 1));
    }),
  );
});

test("up from below goes to the end, down from the end goes below, and the ends hold", () => {
  expect(up([3, 1], 5)).toEqual([3, 1, 5]);
  expect(down([3, 1, 5], 5)).toEqual([3, 1]);
  expect(up([3, 1], 3)).toEqual([3, 1]);
  expect(down([3, 1], 6)).toEqual([3, 1]);
});

test("of what was remembered, pieces that are no more and pieces that come twice are left out", () => {
  expect(kept([2, 9, -1, 2, 0.5, 0], 3)).toEqual([2, 0]);
});

test("a dragged line lands before the line whose upper half it is over, at the end, or below", () => {
  const lines = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 80 },
  ];
  expect([10, 30, 70, 100, 130].map((y) => landing(lines, 120, y))).toEqual([0, 1, 2, 2, null]);
});
