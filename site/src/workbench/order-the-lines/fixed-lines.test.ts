import { expect, test } from "vitest";
import { openingLine } from "./fixed-lines.tsx";

const head = `export function evolve(cart, event) {
  switch (event.type) {
    case "ItemAdded": {
      return cart;
    }
`;

test("the line that opens the block around the near lines is known, so that a closing brace seems to end nothing else", () => {
  expect(openingLine(head)).toEqual({ line: "  switch (event.type) {", index: 1 });
});

test("lines at the outermost level are in no block", () => {
  expect(openingLine("const a = 1;\nconst b = 2;\nconst c = 3;\n")).toBeNull();
});
