import { number } from "../numbers.ts";

export const glossaryWords = {
  title: "Glossary",
  description: "The words of event sourcing and Kafka as this course uses them, each in a sentence.",
  lead: (words: number) =>
    `${number(words)} words, each with one plain sentence, as this course uses them. In a lesson a dotted line below a word says the same.`,
  letters: "Letters",
  /** Before the lessons in which a word is explained. */
  metIn: "Met in",
  lesson: (lesson: number) => `lesson ${number(lesson)}`,
  and: "and",
  /** The link from a word's note. */
  inGlossary: "In the glossary",
};
