import { expect } from "vitest";
import { type Sentence, writeSentences } from "../message.ts";
import { englishSentences } from "./english-sentences.ts";

/** Expects a message to say as data what it says in English. */
export function expectSentences(said: { message: string; sentences?: Sentence[] | undefined }): void {
  // As they arrive at a page.
  const sentences = JSON.parse(JSON.stringify(said.sentences ?? [])) as Sentence[];
  expect(writeSentences(sentences, englishSentences)).toBe(said.message);
}
