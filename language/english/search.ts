import { counted } from "../numbers.ts";

export const searchWords = {
  title: "Search",
  description: "Search the lessons, exercises and words of the course on event sourcing with Kafka.",
  label: "Search lessons, exercises and words",
  begin: "Search",
  hint: "A word or two, such as offset, duplicate or snapshot. The search runs in this browser.",
  kinds: { lesson: "Lesson", exercise: "Exercise", word: "Word" },
  searching: "Searching …",
  found: (count: number, asked: string) =>
    `${counted(count, { one: "place", other: "places" })} for “${asked}”.`,
  none: (asked: string) =>
    `Nothing in the course says “${asked}”. Try one word of it, or look through the glossary.`,
  glossary: "The glossary",
  lessons: "The thirty lessons",
  /** The index is made with the built site; a development server has none. */
  away: "The index of the course could not be loaded. It is made when the site is built; is the network there?",
  more: "More places",
};
