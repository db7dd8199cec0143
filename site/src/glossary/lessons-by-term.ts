import { getCollection } from "astro:content";
import { entryOf } from "../lessons/glossary.ts";

/** A lesson that explains a word. */
export interface TermLesson {
  number: number;
  slug: string;
}

/** By a word's place in the glossary: the lessons in which it is explained, in their order. */
export async function lessonsByTerm(): Promise<Map<string, TermLesson[]>> {
  const lessons = (await getCollection("lessons")).sort((a, b) => a.data.number - b.data.number);
  const found = new Map<string, TermLesson[]>();
  for (const { body = "", data } of lessons) {
    const asked = [...body.matchAll(/<Term word="([^"]+)"/g)].map(([, word = ""]) => entryOf(word).id);
    for (const id of new Set(asked)) {
      const { number, slug } = data;
      found.set(id, [...(found.get(id) ?? []), { number, slug }]);
    }
  }
  return found;
}
