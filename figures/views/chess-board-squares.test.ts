import { expect, test } from "vitest";
import type { Json } from "../../engine/fold/json.ts";
import { changedSquares, describeBoard, describeChanges, squaresIn } from "./chess-board-squares.ts";

test("a board is told by colour and by piece", () => {
  expect(describeBoard({ e1: "K", a2: "P", b2: "P", c2: "P", e8: "k", d8: "r" })).toBe(
    "White: king e1, pawns a2, b2 and c2. Black: king e8, rook d8.",
  );
});

test("what changed is told square by square", () => {
  const changed = changedSquares({ e2: "P", d1: "Q" }, { e4: "P", d1: "Q" });
  expect(describeChanges(changed)).toBe("Changed: e2 is empty, e4 holds a white pawn.");
  expect(describeChanges(changedSquares({ e2: "P" }, { e2: "P" }))).toBe("");
});

test("any state can be looked at", () => {
  const others: Json[] = [null, 7, "board", [], {}, { squares: null }, { squares: [] }];
  for (const state of others) expect(squaresIn(state)).toBeNull();
  expect(squaresIn({ squares: { e4: "P", e5: "", e6: null, e7: 3, z9: "K" } })).toEqual({ e4: "P", e7: "?" });
  expect(describeBoard({ e7: "?", e1: "K" })).toBe(
    "White: king e1. Black: no pieces. Not chess pieces: “?” on e7.",
  );
});
