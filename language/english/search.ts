import { counted } from "../numbers.ts";

export const searchWords = {
  title: "Search",
  description: "Search the lessons, exercises and words of the course on event sourcing with Kafka.",
  label: "Search lessons, exercises and words",
  begin: "Search",
  hint: "A word or two, such as offset, duplicate or snapshot. The search runs in this browser.",
  kinds: { lesson: "Lesson", exercise: "Exercise", word: "Word" },
  found: (count: number, asked: string) =>
    `${counted(count, { one: "result", other: "results" })} for “${asked}”.`,
  corrected: (asked: string) => `Nothing contains “${asked}”.`,
  none: (asked: string) => `No results for “${asked}”. Try another word, or browse the glossary.`,
  glossary: "The glossary",
  lessons: "The thirty lessons",
  /** The index is made with the built site; a development server has none. */
  away: "The search index could not be loaded. Check your network connection. A development server has no index: build the site first.",
  more: "More results",
};
