import source from "../../../lessons/glossary.yaml?raw";
import { findEntry, type GlossaryEntry, glossaryEntriesOf } from "./glossary-entries.ts";

/** In the order of the file. */
export const glossaryEntries = glossaryEntriesOf(source);

/** The words in the order of the file. */
export const words = glossaryEntries.map(({ word }) => word);

/** What the course says of a word, also in its plural. Throws when lessons/glossary.yaml does not know it. */
export function entryOf(word: string): GlossaryEntry {
  const entry = findEntry(glossaryEntries, word);
  if (!entry)
    throw new Error(`lessons/glossary.yaml does not know "${word}". Add it there in one plain sentence.`);
  return entry;
}

/** The plain sentence for a word of the course. Throws when lessons/glossary.yaml does not know the word. */
export const explain = (word: string): string => entryOf(word).sentence;
