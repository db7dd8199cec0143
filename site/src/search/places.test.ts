import { expect, test } from "vitest";
import { placesOf } from "./places.ts";

const section = (title: string, id: string) => ({
  title,
  url: `/lessons/chess/#${id}`,
  excerpt: `… <mark>${title}</mark>`,
});
const found = (kind: string, ...sections: ReturnType<typeof section>[]) => ({
  url: "/lessons/chess/",
  excerpt: "all of it",
  meta: { title: "Chess" },
  filters: { kind: [kind] },
  sub_results: sections,
});

test("a lesson is found by its sections, at most three of them, each with the lesson it is of", () => {
  const sections = ["one", "two", "three", "four"].map((title) => section(title, title));
  const places = placesOf(found("lesson", ...sections));
  expect(places.map(({ title, of }) => [title, of])).toEqual([
    ["one", "Chess"],
    ["two", "Chess"],
    ["three", "Chess"],
  ]);
});

test("what is found before the first section is the page itself", () => {
  expect(placesOf(found("exercise", section("Chess", "_top")))).toEqual([
    { kind: "exercise", title: "Chess", of: null, url: "/lessons/chess/", excerpt: "all of it" },
  ]);
});

test("every word of the glossary is a place of its own, and the page of all words is none", () => {
  const words = ["offset", "log", "record", "key"].map((word) => section(word, word));
  expect(placesOf(found("word", ...words)).map(({ title, of }) => [title, of])).toEqual([
    ["offset", null],
    ["log", null],
    ["record", null],
    ["key", null],
  ]);
  expect(placesOf(found("word"))).toEqual([]);
});
