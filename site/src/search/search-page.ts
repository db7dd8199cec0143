// Searches as one types. The index and what reads it are loaded with the first question.
import { searchWords as words } from "../../../language/english/search.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { pagefind } from "./pagefind.ts";
import { holdsAsked, type SearchResult, searchResultsOf, withExactWordFirst } from "./search-results.ts";

const form = document.querySelector<HTMLFormElement>("[data-search]");
const field = form?.querySelector("input");
const statusLine = document.querySelector("[data-told]");
const list = document.querySelector<HTMLElement>("[data-results]");
const courseWords = JSON.parse(form?.dataset.words ?? "[]") as string[];

/** So many pages are opened for their excerpts; behind them nobody looks. */
const mostPages = 12;
/** How long somebody has to rest while typing, in milliseconds. */
const rest = 150;

let newest = 0;

async function search(asked: string): Promise<void> {
  const mine = ++newest;
  history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
  if (asked === "") return show([], words.hint);
  try {
    const index = await pagefind();
    // In quotation marks a word is found only as it is: without them Pagefind also tries its beginning.
    const isKnown = async (word: string) => (await index.search(`"${word}"`)).results.length > 0;
    const corrected = await correctSpelling(asked, courseWords, isKnown);
    const searched = corrected ?? asked;
    const { results } = await index.search(searched);
    const pages = await Promise.all(results.slice(0, mostPages).map((result) => result.data()));
    if (mine !== newest) return;
    const places = withExactWordFirst(
      pages.flatMap(searchResultsOf).filter((place) => holdsAsked(place, searched)),
      searched,
    );
    if (places.length === 0) return show([], words.none(asked));
    const sentence = words.found(places.length, searched);
    show(places, corrected === null ? sentence : `${sentence} ${words.corrected(asked)}`);
  } catch {
    if (mine === newest) show([], words.away);
  }
}

function show(places: SearchResult[], sentence: string): void {
  if (statusLine) statusLine.textContent = sentence;
  list?.replaceChildren(...places.map(line));
}

function line({ kind, title, of, url, excerpt }: SearchResult): HTMLElement {
  const item = document.createElement("li");
  const link = element("a", "title", title) as HTMLAnchorElement;
  link.href = url;
  const place = element("span", "kind", [words.kinds[kind], of].filter(Boolean).join(" · "));
  const text = element("p", "excerpt", "");
  text.append(...marked(excerpt));
  item.append(place, document.createElement("br"), link, text);
  return item;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The nodes of an excerpt: text and marks, and nothing else that its HTML might hold. */
function marked(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK"
      ? element("mark", "", node.textContent ?? "")
      : document.createTextNode(node.textContent ?? ""),
  );
}

/** From the field down into the results, and from the first of them up again. */
function onArrow(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !field || !list) return;
  const stops = [field, ...list.querySelectorAll<HTMLElement>("a")];
  const next = stops[stops.indexOf(document.activeElement as HTMLInputElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

if (form && field) {
  let resting: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(() => search(field.value.trim()), rest);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(resting);
    void search(field.value.trim());
  });
  document.addEventListener("keydown", onArrow);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.focus();
  if (field.value) void search(field.value.trim());
}
