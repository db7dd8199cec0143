import { parse } from "yaml";
import source from "../../../lessons/glossary.yaml?raw";

const glossary: Record<string, string> = parse(source);
const byWord = new Map(Object.entries(glossary).map(([word, sentence]) => [word.toLowerCase(), sentence]));

/** The words in the order of the file. */
export const words = Object.keys(glossary);

/** The plain sentence for a word of the course. Throws when lessons/glossary.yaml does not know the word. */
export function explain(word: string): string {
  const asked = word.toLowerCase();
  const sentence = byWord.get(asked) ?? byWord.get(asked.replace(/s$/, ""));
  if (!sentence)
    throw new Error(`lessons/glossary.yaml does not know "${word}". Add it there in one plain sentence.`);
  return sentence;
}
