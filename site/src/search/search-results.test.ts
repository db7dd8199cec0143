import { expect, test } from "vitest";
import { holdsAsked, searchResultsOf, withExactWordFirst } from "./search-results.ts";

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
  const places = searchResultsOf(found("lesson", ...sections));
  expect(places.map(({ title, of }) => [title, of])).toEqual([
    ["one", "Chess"],
    ["two", "Chess"],
    ["three", "Chess"],
  ]);
});

test("what is found before the first section is the page itself", () => {
  expect(searchResultsOf(found("exercise", section("Chess", "_top")))).toEqual([
    { kind: "exercise", title: "Chess", of: null, url: "/lessons/chess/", excerpt: "all of it" },
  ]);
});

test("every word of the glossary is a place of its own, and the page of all words is none", () => {
  const words = ["offset", "log", "record", "key"].map((word) => section(word, word));
  expect(searchResultsOf(found("word", ...words)).map(({ title, of }) => [title, of])).toEqual([
    ["offset", null],
    ["log", null],
    ["record", null],
    ["key", null],
  ]);
  expect(searchResultsOf(found("word"))).toEqual([]);
});

test("the entry of exactly the word that was searched comes first", () => {
  const places = [
    ...searchResultsOf(found("lesson", section("Two operations are enough", "two"))),
    ...searchResultsOf(found("word", ...["lag", "offset", "position"].map((word) => section(word, word)))),
  ];
  expect(withExactWordFirst(places, "Offset").map(({ title }) => title)).toEqual([
    "offset",
    "Two operations are enough",
    "lag",
    "position",
  ]);
});

test.each([
  ["asdfgh", "as", false],
  ["qwxz", "q", false],
  ["brexit", "break", false],
  ["tombst", "tombstone", true],
  ["snapshots", "snapshot", true],
  ["running", "run", true],
  ["added", "ItemAdded", true],
  ["retention.ms", "retention.ms", true],
  ["item removed", "removed", true],
  ["Offset", "offset", true],
])("a place found for %s that marks %s is shown: %s", (asked, marked, isShown) => {
  const [place] = searchResultsOf(found("lesson", section(marked, "one")));
  expect(place && holdsAsked(place, asked)).toBe(isShown);
});
