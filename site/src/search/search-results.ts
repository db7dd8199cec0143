import type { Found } from "./pagefind.ts";

export type Kind = "lesson" | "exercise" | "word";

/** One line of the results: a section of a lesson, an exercise, or a word of the glossary. */
export interface SearchResult {
  kind: Kind;
  /** The section, where it is not the page as a whole. */
  title: string;
  /** The page it is a section of; none for a page as a whole and for a word. */
  of: string | null;
  url: string;
  /** HTML of escaped text and `<mark>`. */
  excerpt: string;
}

/** Sections of one page beyond these are left out: other pages say something too. */
const mostOfOnePage = 3;

/** The places that a found page has. Words of the glossary are each a place, without their page. */
export function searchResultsOf({ url, excerpt, meta, filters, sub_results }: Found): SearchResult[] {
  const kind = (filters.kind?.[0] ?? "lesson") as Kind;
  const page = meta.title ?? "";
  // Before its first section a page has only itself.
  const sections = sub_results.filter((section) => section.url !== url && !section.url.endsWith("#_top"));
  const shown = kind === "word" ? sections : sections.slice(0, mostOfOnePage);
  if (shown.length === 0 && kind !== "word") return [{ kind, title: page, of: null, url, excerpt }];
  return shown.map((section) => ({
    kind,
    title: section.title,
    of: kind === "word" || section.title === page ? null : page,
    url: section.url,
    excerpt: section.excerpt,
  }));
}

/** A stem and its word differ by so many letters at the end, as "run" and "running" do. */
const longestEnding = 4;

/** The words of a text, and the text in one: "ItemAdded" is found by "added", "retention.ms" by "retentionms". */
function wordsOf(text: string): string[] {
  const parts = text.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{N}]+/u);
  return [...parts, parts.join("")].filter((part) => part !== "").map((part) => part.toLowerCase());
}

function isAskedFor(marked: string, asked: string): boolean {
  if (marked.startsWith(asked)) return true;
  let same = 0;
  while (same < asked.length && marked[same] === asked[same]) same++;
  return same >= 3 && same >= Math.min(4, marked.length) && asked.length - same <= longestEnding;
}

/** Whether something that was asked for is marked in it. Pagefind marks "as" for "asdfgh" where it finds nothing. */
export function holdsAsked({ excerpt }: SearchResult, asked: string): boolean {
  const wanted = asked.split(/\s+/).flatMap(wordsOf);
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap(([, word = ""]) => wordsOf(word));
  return marked.some((word) => wanted.some((each) => isAskedFor(word, each)));
}

/** The results with the glossary's entry for exactly this word first, if there is one; the others keep their order. */
export function withExactWordFirst(results: SearchResult[], asked: string): SearchResult[] {
  const isExact = ({ kind, title }: SearchResult) =>
    kind === "word" && title.toLowerCase() === asked.toLowerCase();
  return [...results.filter(isExact), ...results.filter((result) => !isExact(result))];
}
