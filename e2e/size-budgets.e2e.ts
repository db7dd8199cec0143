import { describe, expect, inject, test } from "vitest";
import { openScales } from "../site/src/budgets/compressed-size.ts";
import { measureAdditions } from "../site/src/budgets/report-page-sizes.ts";
import { sizeLimits } from "../site/src/budgets/size-limits.ts";
import { builtPages } from "./crawl-built-site.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();
/** The pages have most files in common: each is weighed once. */
const { weigh } = await openScales();
const pages = [
  "/",
  "/lessons/",
  "/challenges/",
  "/playground/",
  // Each lesson; the list of labs, and each lab with its panel.
  ...(await builtPages()).filter((path) => /^\/(lessons\/.|labs\/)/.test(path)),
  "/exercises/cart-decide/",
  "/exercises/chess-threefold/",
];
const lessons = pages.filter((path) => /^\/lessons\/./.test(path));

interface Loaded {
  path: string;
  bytes: number;
}

/** Opens a page and gives every file it asked for until nothing was under way, with its compressed size. */
async function firstLoad(guest: Visitor, path: string): Promise<Loaded[]> {
  const asked = new Set<string>();
  guest.page.on("request", (request) => {
    if (/^https?:/.test(request.url())) asked.add(request.url());
  });
  await guest.page.goto(inject("staticUrl") + path, { waitUntil: "networkidle" });
  return Promise.all(
    [...asked].map(async (url) => {
      const body = Buffer.from(await (await fetch(url)).arrayBuffer());
      const path = new URL(url).pathname;
      return { path, bytes: await weigh(path, body) };
    }),
  );
}

const sum = (files: Loaded[]) => files.reduce((total, { bytes }) => total + bytes, 0);
const describeFiles = (files: Loaded[]) =>
  files
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ path, bytes }) => `${bytes} ${path}`)
    .join("\n");

describe.each(pages)("the first load of %s", (path) => {
  test("keeps within its bytes, and asks for no editor, no WASM and no zod", async () => {
    const guest = await visitor();
    const files = await firstLoad(guest, path);
    const fonts = files.filter((file) => file.path.endsWith(".woff2"));
    const scripts = files.filter((file) => file.path.endsWith(".js"));
    expect(scripts.length, "scripts met").toBeGreaterThan(0);
    expect(sum(files), describeFiles(files)).toBeLessThanOrEqual(sizeLimits.page);
    expect(sum(fonts), describeFiles(fonts)).toBeLessThanOrEqual(sizeLimits.fonts);
    const most = path === "/playground/" ? sizeLimits.playgroundScripts : sizeLimits.scripts;
    expect(sum(scripts), describeFiles(scripts)).toBeLessThanOrEqual(most);

    const heavy = files.filter((file) => /monaco|editor|xterm|\.wasm$|codicon|worker/i.test(file.path));
    expect(heavy).toEqual([]);
    const html = await fetch(inject("staticUrl") + path).then((answer) => answer.text());
    const sources = await Promise.all(
      scripts.map((file) => fetch(new URL(file.path, inject("staticUrl"))).then((answer) => answer.text())),
    );
    // Every schema of zod is made with this key; its name in a bundle is minified away.
    expect([html, ...sources].filter((text) => text.includes("_zod"))).toEqual([]);
    if (process.env.SHOW_BUDGETS)
      console.log(`${path}: ${sum(files)} in all, fonts ${sum(fonts)}, scripts ${sum(scripts)}`);
    await guest.close();
  });
});

/**
 * What has to arrive before something can be read: the styles that hold back the first paint, and the page's own
 * bytes up to the end of that thing. The page is cut there and the part before it compressed, as a stream that is
 * flushed at this place would be.
 */
async function bytesUntil(path: string, thing: RegExp): Promise<number> {
  const address = inject("staticUrl") + path;
  const html = await fetch(address).then((answer) => answer.text());
  const found = thing.exec(html);
  if (!found) throw new Error(`${path} has nothing like ${thing}.`);
  const head = html.slice(0, html.indexOf("</head>"));
  const links = (head.match(/<link[^>]+rel="stylesheet"[^>]*>/g) ?? []).filter(
    (link) => !/media="print"/.test(link),
  );
  const styles = await Promise.all(
    links.map(async (link) => {
      const href = /href="([^"]+)"/.exec(link)?.[1] ?? "";
      return weigh(href, Buffer.from(await (await fetch(new URL(href, address))).arrayBuffer()));
    }),
  );
  const page = await weigh(path, Buffer.from(html.slice(0, found.index + found[0].length)));
  return page + styles.reduce((all, one) => all + one, 0);
}

describe.each(lessons)("the first 60 kB of %s", (path) => {
  test("hold the first paragraph that explains", async () => {
    const bytes = await bytesUntil(
      path,
      /<section[^>]+id="explain"[\s\S]*?<p(?! class="record)[^>]*>[\s\S]*?<\/p>/,
    );
    if (process.env.SHOW_BUDGETS) console.log(`${path}: prose within ${bytes}`);
    expect(bytes).toBeLessThanOrEqual(sizeLimits.readable);
  });

  test("hold the fold as the server drew it, with the starter code where the lesson opens with it", async () => {
    const html = await fetch(inject("staticUrl") + path).then((answer) => answer.text());
    // The workbench comes after its payload, which waits in the page for the script that takes over.
    const code = /<section class="wb-still"[\s\S]*?<\/pre>/;
    const state = /<section class="wb-pane state"[\s\S]*?<\/section>/;
    const bytes = Math.max(await bytesUntil(path, state), code.test(html) ? await bytesUntil(path, code) : 0);
    if (process.env.SHOW_BUDGETS) console.log(`${path}: fold within ${bytes}`);
    expect(bytes).toBeLessThanOrEqual(sizeLimits.readable);
  });
});

test("what the editor and the terminal add has not grown", async () => {
  const added = await measureAdditions(inject("staticFolder"), weigh);
  expect(added).toHaveLength(2);
  const tooMuch = added.filter(({ bytes, limit }) => bytes > limit || bytes === 0);
  expect(tooMuch).toEqual([]);
});
