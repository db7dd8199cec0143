import { expect, test } from "vitest";
import { type Course, nextThings, type Sequenced } from "./next-things.ts";

const exercise = (id: string, difficulty: number, concepts: string[], lesson?: string): Sequenced => ({
  id,
  title: `Title of ${id}`,
  difficulty,
  concepts,
  prerequisites: [],
  ...(lesson !== undefined && { lesson }),
});
const course: Course = {
  exercises: [
    exercise("decide", 2, ["decider"], "cqrs"),
    exercise("views", 2, ["read-model"], "cqrs"),
    exercise("cart", 1, ["fold", "correction"], "carts"),
    exercise("ledger", 2, ["correction"]),
    exercise("undo", 3, ["correction"]),
    exercise("saga", 5, ["saga"]),
  ],
  lessons: [
    { number: 16, slug: "cqrs", title: "CQRS", exercises: ["decide", "views"], core: ["decide"] },
    { number: 8, slug: "carts", title: "Carts", exercises: ["cart"], core: ["cart"] },
  ],
};
const find = (id: string) => course.exercises.find((each) => each.id === id) as Sequenced;
const after = (id: string, page: string | null = null) =>
  nextThings(find(id), course, page, (path) => `/base${path}`);

test("the next exercise of the lesson comes first, and opens in the workbench of the lesson's own page", () => {
  expect(after("decide", "cqrs")[0]).toEqual({
    kind: "exercise",
    id: "views",
    title: "Title of views",
    href: "#workbench",
    isOnPage: true,
  });
  expect(after("decide")[0]).toMatchObject({ href: "/base/exercises/views/", isOnPage: false });
});

test("after the lesson's last exercise comes the quiz below it, then the next written lesson and challenges on the same idea, easiest first", () => {
  expect(after("cart", "carts").map(({ kind, href }) => [kind, href])).toEqual([
    ["part", "#quiz"],
    ["lesson", "/base/lessons/cqrs/"],
    ["challenge", "/base/exercises/ledger/"],
    ["challenge", "/base/exercises/undo/"],
  ]);
});

test("a challenge leads to others on the same idea, the lesson's exercise among them", () => {
  expect(after("ledger").map(({ id }) => id)).toEqual(["cart", "undo"]);
});

test("after the last lesson come the ones before it, which may have been skipped", () => {
  expect(after("views")[0]).toMatchObject({ kind: "lesson", id: "carts", core: ["cart"] });
});

test("where no other exercise has an idea in common, the next harder ones follow", () => {
  expect(after("views").map(({ id }) => id)).toEqual(["carts", "ledger", "undo", "saga"]);
});

test("after the hardest there is still something that exists", () => {
  expect(after("saga").length).toBeGreaterThan(0);
  expect(after("saga").map(({ id }) => id)).not.toContain("saga");
});
