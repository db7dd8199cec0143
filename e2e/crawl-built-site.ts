import { glob } from "node:fs/promises";
import { join } from "node:path";

const dist = join(import.meta.dirname, "../site/dist/en");

/** The path of every page of the built site, as a visitor writes it: `/`, `/about/`, `/404.html`. */
export async function builtPages(): Promise<string[]> {
  const pages: string[] = [];
  for await (const file of glob("**/*.html", { cwd: dist }))
    pages.push(`/${file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`);
  if (pages.length === 0) throw new Error(`No page stands in ${dist}. Is the site built?`);
  return pages.sort();
}

/** Where something points, and the file that says so. */
export interface Reference {
  from: string;
  to: URL;
}

// What a page names: links, sources, and the modules of the parts that become alive in the browser.
const inHtml = /\s(?:href|src|component-url|renderer-url|before-hydration-url)="([^"]+)"/g;
const inCss = /url\(\s*["']?([^"')]+)["']?\s*\)/g;
// Static and dynamic imports by their relative path; workers and WASM by the whole path that Vite writes for them.
const inJs =
  /(?:\b(?:from|import)\s*\(?\s*["'`](?=\.\.?\/)|["'`](?=\/[^"'`\s]*_assets\/))([^"'`\s$]+\.(?:js|css|wasm))["'`]/g;
/** Monaco's worker names files for those who do not give it one; this site does. */
const unusedNames = /editorWebWorkerMain/;

/** What one file of the site refers to on the same site. */
export function referencesOf(text: string, type: string, at: URL): Reference[] {
  const pattern = type.includes("html") ? inHtml : type.includes("css") ? inCss : inJs;
  return [...text.matchAll(pattern)]
    .map(([, to = ""]) => to.replaceAll("&amp;", "&"))
    .filter((to) => !/^(data|mailto|blob):/.test(to))
    .map((to) => ({ from: at.pathname, to: new URL(to, at) }))
    .filter(({ to }) => to.origin === at.origin);
}

/** Not a place but a word to the reading position's script, which unhides the links that say it. */
const spokenToScript = "#continue";

interface Walk {
  /** Sentences, one for each reference that leads nowhere. */
  broken: string[];
  /** Paths of all files that answered. */
  files: Set<string>;
}

/** Follows every internal reference from the given pages on, through styles and modules too. */
export async function walkSite(home: string, paths: string[]): Promise<Walk> {
  const broken: string[] = [];
  const ids = new Map<string, Set<string>>();
  const anchors: Reference[] = [];
  const seen = new Set<string>();
  const files = new Set<string>();
  const below = new URL(home).pathname.replace(/\/$/, "");
  const waiting: Reference[] = paths.map((path) => ({ from: "the list of pages", to: new URL(home + path) }));

  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { from, to } = next;
    if (to.hash.length > 1 && to.hash !== spokenToScript) anchors.push(next);
    const path = to.pathname;
    if (!`${path}/`.startsWith(`${below}/`)) broken.push(`${from} points out of the site, to ${path}`);
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await fetch(new URL(path, to));
    if (!answer.ok) {
      broken.push(`${from} points to ${path}, which answers ${answer.status}`);
      continue;
    }
    files.add(path);
    const type = answer.headers.get("content-type") ?? "";
    if (!/html|css|javascript/.test(type)) continue;
    const text = await answer.text();
    if (type.includes("html"))
      ids.set(path, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)));
    if (!unusedNames.test(path)) waiting.push(...referencesOf(text, type, to));
  }
  for (const { from, to } of anchors) {
    const id = decodeURIComponent(to.hash.slice(1));
    if (ids.get(to.pathname)?.has(id) === false)
      broken.push(`${from} points to ${to.pathname}#${id}, and no id there is ${id}`);
  }
  return { broken, files };
}
