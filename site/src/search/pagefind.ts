import { pathTo } from "../frame/path-to.ts";

/** What this course uses of Pagefind's answers. `excerpt` is HTML of escaped text and `<mark>`. */
export interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
  filters: { kind?: string[] };
  sub_results: { title: string; url: string; excerpt: string }[];
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(asked: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

let loaded: Promise<Pagefind> | undefined;

/** Pagefind as it was written beside the built site. Rejects where there is no index; then it is asked for again. */
export function pagefind(): Promise<Pagefind> {
  loaded ??= load();
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

async function load(): Promise<Pagefind> {
  const written = pathTo("/pagefind/pagefind.js");
  const index = (await import(/* @vite-ignore */ written)) as Pagefind;
  await index.options({ baseUrl: pathTo("/"), excerptLength: 22 });
  await index.init();
  return index;
}
