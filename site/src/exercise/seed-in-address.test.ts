import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressOnSeed, seedOf } from "./seed-in-address.ts";

const seeds = fc.integer({ min: 0, max: 0x7fffffff });

test.each(["", "?seed=", "?seed=-1", "?seed=1.5", "?seed=2147483648", "?seed=twelve", "?id=12"])(
  "%o names no seed",
  (search) => expect(seedOf(search)).toBeUndefined(),
);

test("an address on a seed names this seed again", () => {
  const here = new URL("https://course.example/courses/offset-zero/lessons/carts/?seed=4#do");
  fc.assert(
    fc.property(seeds, (seed) => {
      const address = addressOnSeed("cart-views", seed, here, "/courses/offset-zero");
      expect(address.startsWith("/courses/offset-zero/exercises/cart-views/?")).toBe(true);
      expect(seedOf(new URL(address, here).search)).toBe(seed);
    }),
  );
});

test("an exercise of a pack keeps the page that it was opened on", () => {
  const here = new URL("https://course.example/exercises/open/?id=my-own&seed=7");
  expect(addressOnSeed("my-own", 12, here, "/")).toBe("/exercises/open/?id=my-own&seed=12");
});
