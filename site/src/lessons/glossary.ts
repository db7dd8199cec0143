import { parse } from "yaml";
import source from "../../../lessons/glossary.yaml?raw";

const glossary: Record<string, string> = parse(source);

/** A word of the course with its plain sentence; `id` is its place in the glossary. */
export interface GlossaryEntry {
  word: string;
  sentence: string;
  id: string;
}

/** In the order of the file. */
export const glossaryEntries: GlossaryEntry[] = Object.entries(glossary).map(([word, sentence]) => ({
  word,
  sentence,
  id: word.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
}));

const byWord = new Map(glossaryEntries.map((entry) => [entry.word.toLowerCase(), entry]));

/** The words in the order of the file. */
export const words = glossaryEntries.map(({ word }) => word);

/** What the course says of a word, also in its plural. Throws when lessons/glossary.yaml does not know it. */
export function entryOf(word: string): GlossaryEntry {
  const asked = word.toLowerCase();
  const entry = byWord.get(asked) ?? byWord.get(asked.replace(/s$/, ""));
  if (!entry)
    throw new Error(`lessons/glossary.yaml does not know "${word}". Add it there in one plain sentence.`);
  return entry;
}

/** The plain sentence for a word of the course. Throws when lessons/glossary.yaml does not know the word. */
export const explain = (word: string): string => entryOf(word).sentence;
