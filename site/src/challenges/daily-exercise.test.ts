import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dailyExercise, dayOf } from "./daily-exercise.ts";

const msOfDay = 86_400_000;
const shelves = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/), { minLength: 1, maxLength: 30 })
  .map((ids) => ids.map((id) => ({ id })));
const dayNumbers = fc.integer({ min: -30_000, max: 60_000 });
const dateOf = (day: number) => dayOf(new Date(day * msOfDay));

test("everybody gets the same exercise and the same seed on a day, however the list is sorted", () => {
  const shuffled = shelves.chain((catalog) =>
    fc.tuple(fc.constant(catalog), fc.shuffledSubarray(catalog, { minLength: catalog.length })),
  );
  fc.assert(
    fc.property(shuffled, dayNumbers, ([mine, yours], day) => {
      expect(dailyExercise(dateOf(day), yours)).toEqual(dailyExercise(dateOf(day), mine));
    }),
  );
});

test("in a round of as many days as there are exercises each has its day", () => {
  fc.assert(
    fc.property(shelves, fc.integer({ min: -500, max: 500 }), (catalog, round) => {
      const days = catalog.map((_, i) => dateOf(round * catalog.length + i));
      const met = days.map((date) => dailyExercise(date, catalog).exercise.id);
      expect(met.toSorted()).toEqual(catalog.map(({ id }) => id).toSorted());
    }),
  );
});

test("a seed is one that a check takes: whole, not negative, below 2³¹", () => {
  fc.assert(
    fc.property(shelves, dayNumbers, (catalog, day) => {
      const { seed } = dailyExercise(dateOf(day), catalog);
      expect(Number.isInteger(seed) && seed >= 0 && seed <= 0x7fffffff).toBe(true);
    }),
  );
});

test("the days of ten years have seeds of their own", () => {
  const days = Array.from({ length: 3_650 }, (_, i) => dateOf(20_000 + i));
  const seeds = new Set(days.map((date) => dailyExercise(date, [{ id: "one" }]).seed));
  expect(seeds.size).toBe(days.length);
});

test("rounds do not all go the same way", () => {
  const catalog = ["ledger", "garage", "clock", "saga", "seats"].map((id) => ({ id }));
  const rounds = Array.from({ length: 20 }, (_, round) =>
    catalog.map((_, i) => dailyExercise(dateOf(round * catalog.length + i), catalog).exercise.id).join(" "),
  );
  expect(new Set(rounds).size).toBeGreaterThan(10);
});

test.each(["tomorrow", "2026-03-02T09:00:00Z", ""])("%o is no day, and it is said", (date) => {
  expect(() => dailyExercise(date, [{ id: "one" }])).toThrow("is no day");
});

test("without exercises there is none for today", () => {
  expect(() => dailyExercise("2026-03-02", [])).toThrow("no exercise");
});
