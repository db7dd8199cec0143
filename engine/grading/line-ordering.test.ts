import * as fc from "fast-check";
import { expect, test } from "vitest";
import { answerOf, orderMistakes, pieceAt, piecesOf, sourceOf } from "./line-ordering.ts";

const cart = `const before = 1;
// order
  case "ItemRemoved": {
    const { sku, qty } = event.data; // joined
    const held = lines[sku];

    delete lines[sku]; // decoy
    return without(lines, sku, qty);
  }
// end of order
const after = 2;
`;

/** Passes the answer alone. */
const passes = async (source: string) =>
  source === answerOf(cart) ? null : { title: "A line at 0 disappears", message: "At offset 4 …?" };

test("a line is a piece, joined lines are one, and blank ones are none", () => {
  const { head, pieces, tail } = piecesOf(cart, 1);
  expect([head, tail]).toEqual(["const before = 1;\n", "const after = 2;\n"]);
  expect(pieces.toSorted()).toEqual([
    "    const { sku, qty } = event.data;\n    const held = lines[sku];",
    "    delete lines[sku];",
    "    return without(lines, sku, qty);",
    '  case "ItemRemoved": {',
    "  }",
  ]);
});

test("the answer has no decoy, no mark and no region", () => {
  expect(answerOf(cart)).toBe(`const before = 1;
  case "ItemRemoved": {
    const { sku, qty } = event.data;
    const held = lines[sku];
    return without(lines, sku, qty);
  }
const after = 2;
`);
});

/** An `order.ts` as authors may write it, with the answer's pieces apart. */
const written = fc
  .record({
    head: fc.array(fc.constantFrom("const a = 1;", "", "// b"), { maxLength: 3 }),
    tail: fc.array(fc.constantFrom("const z = 1;", "", "// y"), { maxLength: 3 }),
    // Lines come twice, as closing brackets do.
    answer: fc.array(
      fc.array(fc.constantFrom("}", "  x();", "    y();", "{", "return;"), { minLength: 1, maxLength: 3 }),
      {
        minLength: 3,
        maxLength: 9,
      },
    ),
    decoys: fc.array(fc.record({ text: fc.constantFrom("no();", "  never();"), at: fc.nat(9) }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .filter(({ answer }) => new Set(answer.map((lines) => lines.join("\n"))).size > 1)
  .map(({ head, tail, answer, decoys }) => {
    const pieces = answer.map((lines) =>
      lines.map((line, i) => line + (i < lines.length - 1 ? " // joined" : "")),
    );
    for (const { text, at } of decoys) pieces.splice(at, 0, [`${text} // decoy`]);
    const text = [...head, "  // order", ...pieces.flat(), "  // end of order", ...tail].join("\n");
    return {
      text,
      answer: answer.map((lines) => lines.join("\n")),
      decoys: decoys.map((each) => each.text),
      whole: [...head, ...answer.flat(), ...tail].join("\n"),
    };
  });
const seed = fc.integer({ min: 0, max: 0x7fffffff });

test("law: the right arrangement gives the answer's source", () => {
  fc.assert(
    fc.property(written, seed, ({ text, answer, whole }, seed) => {
      const shuffled = piecesOf(text, seed);
      const free = [...shuffled.pieces.keys()];
      const arrangement = answer.map((piece) => {
        const found = free.findIndex((index) => shuffled.pieces[index] === piece);
        return free.splice(found, 1)[0] as number;
      });
      expect(sourceOf(shuffled, arrangement)).toBe(answerOf(text));
      expect(answerOf(text).trimEnd()).toBe(whole.trimEnd());
    }),
  );
});

test("law: every line of a source belongs to the piece it comes from, or stands fixed", () => {
  fc.assert(
    fc.property(written, seed, ({ text }, seed) => {
      const shuffled = piecesOf(text, seed);
      const arrangement = [...shuffled.pieces.keys()];
      const found = sourceOf(shuffled, arrangement)
        .split("\n")
        .map((_, at) => pieceAt(shuffled, arrangement, at + 1));
      const heights = shuffled.pieces.flatMap((piece, index) => piece.split("\n").map(() => index));
      expect(found.filter((piece) => piece !== null)).toEqual(heights);
      expect(found.findIndex((piece) => piece !== null)).toBe(shuffled.head.split("\n").length - 1);
    }),
  );
});

test("law: no piece is lost and none is made", () => {
  fc.assert(
    fc.property(written, seed, ({ text, answer, decoys }, seed) => {
      expect(piecesOf(text, seed).pieces.toSorted()).toEqual([...answer, ...decoys].toSorted());
    }),
  );
});

test("law: a shuffle is never the answer, and the same seed gives the same one", () => {
  fc.assert(
    fc.property(written, seed, ({ text, answer, decoys }, seed) => {
      const { pieces } = piecesOf(text, seed);
      expect(pieces.filter((piece) => !(decoys as string[]).includes(piece))).not.toEqual(answer);
      expect(piecesOf(text, seed).pieces).toEqual(pieces);
    }),
  );
});

test("two seeds may shuffle otherwise", () => {
  const orders = new Set([1, 2, 3, 4, 5].map((seed) => piecesOf(cart, seed).pieces.join("\n")));
  expect(orders.size).toBeGreaterThan(1);
});

test.each([
  ["no region", "const a = 1;\n", null, "Write `// order` on a line above the first piece"],
  ["a region without end", "a\n// order\nb\n", 2, "Write `// end of order`"],
  ["an end before the beginning", "// end of order\na\n// order\n", 3, "Write `// end of order`"],
  ["a second region", cart + cart, 13, "Leave out this line"],
  ["no decoy", cart.replace(" // decoy", ""), null, "end it with `// decoy`"],
  ["two lines", "// order\na\nb\nc // decoy\n// end of order", null, "at least 3 different lines"],
  [
    "the same line only",
    "// order\na\na\na\nc // decoy\n// end of order",
    null,
    "at least 3 different lines",
  ],
  ["a decoy of the answer", cart.replace("    delete lines[sku];", "}"), 7, "nobody can tell them apart"],
  ["a last line that is joined", cart.replace("  }\n", "  } // joined\n"), 9, "Leave out `// joined`"],
])("an author hears of %s", async (_, text, line, says) => {
  const mistakes = await orderMistakes(text, passes);
  expect(mistakes).toEqual([{ line, says: expect.stringContaining(says) }]);
});

test("without a region there is nothing to lay out, and that is said", () => {
  expect(() => piecesOf("const a = 1;\n", 1)).toThrow("order.ts: Nothing is to be put in order.");
});

test("a mark belongs to the line above where a formatter has moved it", () => {
  const moved = cart
    .replace(" // joined", "\n    // joined")
    .replace("    delete lines[sku]; // decoy", "    delete lines[sku];\n    // decoy");
  expect(answerOf(moved)).toBe(answerOf(cart));
  expect(piecesOf(moved, 7)).toEqual(piecesOf(cart, 7));
});

test("an author hears of an answer that does not pass, with what its check says", async () => {
  const asked: string[] = [];
  const mistakes = await orderMistakes(cart, async (source) => {
    asked.push(source);
    return { title: "A line at 0 disappears", message: "At offset 4 …?" };
  });
  expect(asked).toEqual([answerOf(cart)]);
  expect(mistakes[0]?.says).toContain("“A line at 0 disappears”: At offset 4 …?");
  expect(await orderMistakes(cart, passes)).toEqual([]);
});

test("an author hears of a decoy that does as well as a line of the answer", async () => {
  const mistakes = await orderMistakes(cart, async (source) =>
    source.includes("delete lines[sku];") && !source.includes("return without") ? null : passes(source),
  );
  const says = expect.stringContaining("in the place of `return without(lines, sku, qty);`");
  expect(mistakes).toEqual([{ line: 7, says }]);
});
