// Searches as one types. The index and what reads it are loaded with the first question.
import { searchWords as words } from "../../../language/english/search.ts";
import { pagefind } from "./pagefind.ts";
import { type Place, placesOf } from "./places.ts";

const form = document.querySelector<HTMLFormElement>("[data-search]");
const field = form?.querySelector("input");
const told = document.querySelector("[data-told]");
const list = document.querySelector<HTMLElement>("[data-results]");

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
    const { results } = await index.search(asked);
    const pages = await Promise.all(results.slice(0, mostPages).map((result) => result.data()));
    if (mine !== newest) return;
    const places = pages.flatMap(placesOf);
    show(places, places.length === 0 ? words.none(asked) : words.found(places.length, asked));
  } catch {
    if (mine === newest) show([], words.away);
  }
}

function show(places: Place[], sentence: string): void {
  if (told) told.textContent = sentence;
  list?.replaceChildren(...places.map(line));
}

function line({ kind, title, of, url, excerpt }: Place): HTMLElement {
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
