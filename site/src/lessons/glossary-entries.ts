import { parse } from "yaml";

/** A word of the course with its plain sentence; `id` is its place in the glossary. */
export interface GlossaryEntry {
  word: string;
  sentence: string;
  id: string;
}

/** What a glossary.yaml holds, in the order of the file. */
export function glossaryEntriesOf(yaml: string): GlossaryEntry[] {
  return Object.entries(parse(yaml) as Record<string, string>).map(([word, sentence]) => ({
    word,
    sentence,
    id: word.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
  }));
}

/** The entry of a word, also in its plural and with a capital. */
export function findEntry(entries: GlossaryEntry[], word: string): GlossaryEntry | undefined {
  const asked = word.toLowerCase();
  const named = (name: string) => entries.find((entry) => entry.word.toLowerCase() === name);
  return named(asked) ?? named(asked.replace(/s$/, ""));
}
