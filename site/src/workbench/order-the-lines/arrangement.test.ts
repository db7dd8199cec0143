import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  down,
  movePieceUp,
  placePiece,
  removePiece,
  restoreArrangement,
  unusedPieces,
} from "./arrangement.ts";

const count = 7;
const used = fc.shuffledSubarray([...Array(count).keys()]);
const piece = fc.nat(count - 1);

test("law: whatever is moved, no piece is lost and none comes twice", () => {
  fc.assert(
    fc.property(used, piece, fc.nat(9), (used, piece, place) => {
      for (const next of [
        placePiece(used, piece, place),
        removePiece(used, piece),
        movePieceUp(used, piece),
        down(used, piece),
      ]) {
        const all = [...next, ...unusedPieces(next, count)];
        expect(all.toSorted()).toEqual([...Array(count).keys()]);
      }
    }),
  );
});

test("law: up takes back what down did, but for a piece that waits already or stands first", () => {
  fc.assert(
    fc.property(used, piece, (used, piece) => {
      fc.pre(used.includes(piece));
      expect(movePieceUp(down(used, piece), piece)).toEqual(used);
    }),
  );
});

test("law: a piece that is put somewhere stands there", () => {
  fc.assert(
    fc.property(used, piece, fc.nat(count - 1), (used, piece, place) => {
      const next = placePiece(used, piece, place);
      expect(next.indexOf(piece)).toBe(Math.min(place, next.length - 1));
    }),
  );
});

test("up from below goes to the end, down from the end goes below, and the ends hold", () => {
  expect(movePieceUp([3, 1], 5)).toEqual([3, 1, 5]);
  expect(down([3, 1, 5], 5)).toEqual([3, 1]);
  expect(movePieceUp([3, 1], 3)).toEqual([3, 1]);
  expect(down([3, 1], 6)).toEqual([3, 1]);
});

test("of what was remembered, pieces that are no more and pieces that come twice are left out", () => {
  expect(restoreArrangement([2, 9, -1, 2, 0.5, 0], 3)).toEqual([2, 0]);
});
