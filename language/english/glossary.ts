import { number } from "../numbers.ts";

export const glossaryWords = {
  title: "Glossary",
  description: "The words of event sourcing and Kafka as this course uses them, each in a sentence.",
  lead: (words: number) =>
    `${number(words)} words, each explained in plain sentences. In a lesson, a dotted line under a word opens the same explanation.`,
  letters: "Letters",
  /** Before the lessons in which a word is explained. */
  metIn: "Explained in",
  lesson: (lesson: number) => `lesson ${number(lesson)}`,
  and: "and",
  /** The link from a word's note. */
  inGlossary: "In the glossary",
};
