import * as fc from "fast-check";
import { expect, test } from "vitest";
import { byDifficulty, type Placed, standingOf } from "./place-in-course.ts";

const placed = (id: string, difficulty: number, prerequisites: string[] = []): Placed => ({
  id,
  title: `Title of ${id}`,
  difficulty,
  prerequisites,
});
const catalog = [placed("saga", 5, ["ledger"]), placed("ledger", 1), placed("garage", 2)];
const shelves = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,4}$/),
    title: fc.constantFrom("One", "Two", "Three"),
    difficulty: fc.integer({ min: 1, max: 5 }),
    prerequisites: fc.constant<string[]>([]),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);

test("an exercise stands between the next easier and the next harder one", () => {
  const { before, after } = standingOf(placed("garage", 2), catalog, []);
  expect([before?.id, after?.id]).toEqual(["ledger", "saga"]);
});

test("the easiest has nothing before it and the hardest nothing after it", () => {
  expect(standingOf(placed("ledger", 1), catalog, []).before).toBeNull();
  expect(standingOf(placed("saga", 5), catalog, []).after).toBeNull();
});

test("prerequisites are told with their titles, and a lesson only where it is written", () => {
  const lesson = { number: 8, slug: "carts", title: "Carts", module: 2, line: "" };
  const { prerequisites } = standingOf(placed("saga", 5, ["ledger"]), catalog, []);
  expect(prerequisites.map(({ title }) => title)).toEqual(["Title of ledger"]);
  const inLesson = { ...placed("garage", 2), lesson: "carts" };
  expect(standingOf(inLesson, catalog, [lesson]).lesson).toBe(lesson);
  expect(standingOf(inLesson, catalog, []).lesson).toBeNull();
});

test("whoever goes on from the easiest meets every exercise once, and none gets easier", () => {
  fc.assert(
    fc.property(shelves, (all) => {
      const way: Placed[] = [];
      let here: Placed | null = byDifficulty(all)[0] as Placed;
      while (here && way.length <= all.length) {
        way.push(here);
        here = standingOf(here, all, []).after;
      }
      expect(way.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      expect(way.map(({ difficulty }) => difficulty)).toEqual(
        all.map(({ difficulty }) => difficulty).toSorted((a, b) => a - b),
      );
    }),
  );
});
