import { expect, test } from "vitest";
import type { CheckContext } from "./checks.ts";
import { checksAbout, withKnownMistake } from "./checks-about.ts";

const moved = { event: { type: "MoveMade", data: "e4" }, offset: 3 } as unknown as CheckContext;
const other = { event: { type: "GameDrawn", data: null }, offset: 4 } as unknown as CheckContext;
const anyMistake = { when: () => true, says: () => "Any." };
const moveCheck = checksAbout(({ event }) => (event?.type === "MoveMade" ? String(event.data) : null));
const check = moveCheck(
  "move",
  "A move",
  (square) => square === "e4",
  (square, at) => `${square} at offset ${at.offset}`,
);

test("a check speaks about what is found at a step, and covers no step at which nothing is found", () => {
  expect([moved, other].map((at) => check.covers(at))).toEqual([true, false]);
  expect(check.message(moved)).toBe("e4 at offset 3");
  expect(check.known).toBeUndefined();
});

test("a mistake that all checks know comes before their own", () => {
  const own = { when: () => true, says: () => "Own." };
  const [first, second] = withKnownMistake(anyMistake, [check, { ...check, known: [own] }]);
  expect(first?.known).toEqual([anyMistake]);
  expect(second?.known).toEqual([anyMistake, own]);
});
