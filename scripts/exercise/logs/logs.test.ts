import { expect, test } from "vitest";
import { typed } from "../testing/type-command.ts";

test("the generated logs of a seed are printed, the same each time, with how often each type occurs", async () => {
  const asked = ["logs", "cart-decide", "--seed", "7", "--count", "2"];
  const [first, again] = await Promise.all([typed(...asked), typed(...asked)]);
  expect(first).toEqual(again);
  expect(first.code).toBe(0);
  expect(first.out).toMatch(/^Log 1, \d+ records?$/m);
  expect(first.out).toMatch(/^Log 2, /m);
  expect(first.out).not.toContain("Log 3");
  expect(first.out).toMatch(/^ {4}cart-9 {2}ItemAdded \{"sku":/m);
  expect(first.out).toMatch(/^ {4}command {2}AddItem \{/m);
  expect(first.out).toMatch(/^In all 200 logs of seed 7: .*CheckedOut \d+ times/m);
});

test.each([
  [["logs", "drawer-corrections"], "drawer-corrections has no generated logs. Write logs.ts"],
  [["logs", "cart-decide", "--count", "0"], "--count 0 does not work. Give a whole number from 1 to 200."],
  [["logs"], "Name the exercise: npm run exercise -- logs <slug>"],
])("what cannot be printed is a sentence: %j", async (args, says) => {
  const { code, err } = await typed(...args);
  expect(code).not.toBe(0);
  expect(err).toContain(says);
});
