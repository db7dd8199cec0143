import { dirname, join } from "node:path/posix";
import { parseAst } from "vite";

/** The text of a file of the built site, by its path below the site's folder. */
export type Read = (path: string) => Promise<string>;

/**
 * What a browser asks for on a first visit of a page, before anything is clicked or scrolled: paths below the site's
 * folder, the page's own first. `base` is the path that the site lies under, with a last "/".
 */
export async function firstVisit(page: string, base: string, read: Read): Promise<string[]> {
  const html = await read(page);
  const asked = new Set([page]);
  const inside = (address: string) => address.slice(base.length);
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\s${name}="([^"]+)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");

  for (const [tag] of html.matchAll(/<link[^>]+>/g)) {
    const href = attribute(tag, "href");
    if (!href || !/rel="(stylesheet|preload|modulepreload)"/.test(tag)) continue;
    asked.add(inside(href));
    if (!href.endsWith(".css")) continue;
    const css = await read(inside(href));
    for (const [, url = ""] of css.matchAll(/url\(\s*["']?([^"')]+\.woff2)["']?\s*\)/g))
      asked.add(url.startsWith("/") ? inside(url) : join(dirname(inside(href)), url));
  }
  const modules: string[] = [];
  for (const [tag] of html.matchAll(/<script[^>]+\ssrc="[^>]+>/g)) modules.push(attribute(tag, "src") ?? "");
  for (const [tag] of html.matchAll(/<astro-island[^>]+>/g)) {
    // A figure further below becomes alive when it is seen.
    if (attribute(tag, "client") === "visible") continue;
    for (const name of ["component-url", "renderer-url", "before-hydration-url"])
      modules.push(attribute(tag, name) ?? "");
  }
  for (const address of modules) if (address) await addModule(inside(address), asked, read);
  return [...asked];
}

/** A module with all that it names in its own `import` and `export … from`; what it loads later is not asked for. */
async function addModule(path: string, asked: Set<string>, read: Read): Promise<void> {
  if (asked.has(path)) return;
  asked.add(path);
  for (const statement of parseAst(await read(path)).body) {
    const source = "source" in statement ? (statement.source as { value: string } | null)?.value : undefined;
    if (source?.startsWith(".")) await addModule(join(dirname(path), source), asked, read);
  }
}
