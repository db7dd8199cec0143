import { expect, test } from "vitest";
import { sixLines } from "../../../../language/english/six-lines-of-typescript.ts";

test("the six lines are the whole body of an evolve that does what is said of them", () => {
  expect(sixLines.lines).toHaveLength(6);
  const evolve = new Function("cart", "event", sixLines.lines.map(({ code }) => code).join("\n"));
  const cart = Object.freeze({ hat: 1 });
  const added = (sku: string) => ({ type: "ItemAdded", data: { sku, qty: 2 } });
  expect(evolve(cart, added("hat"))).toEqual({ hat: 3 });
  expect(evolve(cart, added("socks"))).toEqual({ hat: 1, socks: 2 });
  expect(evolve(cart, { type: "CheckedOut", data: {} })).toBe(cart);
  expect(sixLines.lead).toContain("{ hat: 1 }");
});
