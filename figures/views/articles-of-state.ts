import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { isObject, type Json, type JsonObject } from "../../engine/fold/json.ts";
import { formatValue, member, type Part, partsOf } from "./state-change.ts";

/** An article as it is drawn: the parts that a newsroom knows, each with what it was before this step. */
export interface Article extends Part {
  headline: string;
  section: string;
  version: string;
  /** Whatever else it has, in words, with what became of it. */
  others: Part[];
  /** What its headline, section and version were, where they changed. */
  before: { headline?: string; section?: string; version?: string };
}

/** The articles of a state by id, from `articles`; null when it has none that could be drawn. */
export function articlesOf(state: Json | undefined): JsonObject | null {
  const articles = member(state, "articles");
  if (isObject(articles)) return articles;
  if (!Array.isArray(articles)) return null;
  return Object.fromEntries(
    articles.map((article, place) => {
      const id = member(article, "id") ?? member(article, "slug");
      return [typeof id === "string" ? id : String(place), article];
    }),
  );
}

const parts = {
  headline: ["headline", "title"],
  section: ["section", "desk"],
  version: ["version", "revision"],
} as const;
type Known = keyof typeof parts;
const known = Object.values(parts).flat() as string[];

/** The articles to draw, in the state's own order, those that have just gone at the end. */
export function articles(state: Json, before?: Json): Article[] {
  const was = before === undefined ? undefined : (articlesOf(before) ?? {});
  return partsOf(articlesOf(state) ?? {}, was).map((part) => {
    const shown = part.now ?? part.was;
    const changed = part.change === "changed";
    const differs = (name: Known) => changed && textOf(part.was, name) !== textOf(shown, name);
    return {
      ...part,
      headline: textOf(shown, "headline"),
      section: textOf(shown, "section"),
      version: textOf(shown, "version"),
      others: partsOf(rest(shown), changed ? rest(part.was) : undefined),
      before: Object.fromEntries(
        (Object.keys(parts) as Known[]).filter(differs).map((name) => [name, textOf(part.was, name)]),
      ),
    };
  });
}

/** An article that is only a text is its own headline. */
function textOf(article: Json | undefined, name: Known): string {
  if (typeof article === "string") return name === "headline" ? showHidden(article) : "";
  const found = parts[name].find((each) => member(article, each) !== undefined);
  return found === undefined ? "" : formatValue(member(article, found));
}

function rest(article: Json | undefined): JsonObject {
  if (!isObject(article)) return {};
  return Object.fromEntries(Object.entries(article).filter(([name]) => !known.includes(name)));
}
