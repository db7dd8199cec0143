import { countWords } from "../../../site/src/lessons/count-words.ts";
import {
  findWords,
  literaryWords,
  type OtherWord,
  otherWords,
  sentencesIn,
} from "../../authoring/prose-rules.ts";
import type { Remark } from "../../authoring/remark.ts";
import { lessonProse } from "./lesson-prose.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";
import { exceptionsFile, ProseExceptions } from "./prose-exceptions.ts";

/** The most words of a sentence that can be read once. */
export const longestSentence = 35;

/**
 * Of the course's list of words, those that are wrong in a lesson. Others of the list are right for another thing, as a
 * row is in a table, so that only a reader can judge them.
 */
const wordsOfLessons: OtherWord[] = [
  ...otherWords,
  [/\bactions?\b/i, "event, or command"],
  [/\b(?:entry|entries)\b/i, "record"],
  [/\bqueues?\b/i, "log, or topic"],
  [/\breductions?\b/i, "fold"],
  [/\bmigrations?\b/i, "upcaster"],
  [/\bexecutions?\b/i, "run"],
  [/\bhouse checks?\b|\binvariants?\b/i, "law"],
  [/\bchapters?\b/i, "lesson, or module"],
];

/** The writing rules for what a lesson says: short sentences, the course's own words, and no literary ones. */
export async function proseRemarks(lesson: LessonUnderCheck): Promise<Remark[]> {
  const exceptions = new ProseExceptions(lesson, await lesson.read(exceptionsFile));
  const remarks = (await lessonProse(lesson)).flatMap(({ file, line, text }) =>
    sentencesIn(text).flatMap(({ text: sentence, at }) => {
      const place = {
        file,
        line: line + text.slice(0, at).split("\n").length - 1,
        needed: "always" as const,
      };
      return brokenRules(sentence, exceptions).map((broken) => ({ ...place, ...broken }));
    }),
  );
  return [...remarks, ...exceptions.remarks()];
}

function brokenRules(sentence: string, exceptions: ProseExceptions): { wrong: string; next: string }[] {
  const found = (words: OtherWord[]) =>
    findWords(sentence, words).filter(({ word }) => !exceptions.allowsWord(word, sentence));
  const or = `, or give the reason in ${exceptionsFile}.`;
  const words = countWords(sentence);
  const isLong = words > longestSentence && !exceptions.allowsSentence(sentence);
  return [
    ...(isLong
      ? [{ wrong: `A sentence of ${words} words: “${beginningOf(sentence)} …”`, next: `Split it${or}` }]
      : []),
    ...found(wordsOfLessons).map(({ word, instead }) => ({
      wrong: `It says “${word}”. The course's word is: ${instead}.`,
      next: `Use it${or}`,
    })),
    ...found(literaryWords).map(({ word, instead }) => ({
      wrong: `“${word}” is literary.`,
      next: `Say it plainly (${instead})${or}`,
    })),
  ];
}

const beginningOf = (sentence: string) => sentence.split(/\s+/).slice(0, 6).join(" ");
