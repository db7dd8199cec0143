import { expect, test } from "vitest";
import { missingEventMember } from "./missing-event-member.ts";

const evolve = (body: string, parameters = "cart: Cart, event: CartEvent") =>
  `export function initialState() { return {}; }\nexport function evolve(${parameters}): Cart {\n  ${body}\n}`;

test("what no event has is found with its line, and the sentence says where it probably is", () => {
  expect(missingEventMember("evolve", evolve("return { n: cart.n + event.qty };"))).toMatchObject({
    place: { line: 3, column: 24 },
    sentence: { message: expect.stringContaining("`event.qty` in line 3 is undefined") },
  });
});

test("the event is what the function calls its second parameter", () => {
  const found = missingEventMember("evolve", evolve("return { n: e.qty };", "s, e"));
  expect(found?.sentence.message).toContain("Is it `e.data.qty`?");
});

test("nothing is said of what an event has, of other objects, or where two places fit", () => {
  for (const body of [
    "return { n: event.data.qty, t: event.type, i: event.metadata.id };",
    "return { n: cart.event.qty };",
    "return { n: event.qty, m: event.sku };",
  ])
    expect(missingEventMember("evolve", evolve(body))).toBeUndefined();
});
