import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLineSplitter } from "./line-splitter.ts";

test("however a text is cut into pieces, its lines are the same", () => {
  const line = fc.string({ unit: fc.constantFrom("a", "ü", " ", "\t") });
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom("\n", "\r\n"), fc.array(fc.nat()), (lines, end, cuts) => {
      const text = lines.join(end);
      const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
      const pieces = [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length));
      const split = createLineSplitter(1_000);
      const read = [...pieces.flatMap((piece) => split.piece(piece)), split.rest()];
      expect(read).toEqual(lines.length === 0 ? [""] : lines);
    }),
  );
});

test("of a line that never ends no more is held than shows that it is too long", () => {
  const split = createLineSplitter(10);
  for (let i = 0; i < 100; i++) expect(split.piece("x".repeat(7))).toEqual([]);
  expect(split.piece("x\nnext")).toEqual(["x".repeat(11)]);
  expect(split.rest()).toBe("next");
});
