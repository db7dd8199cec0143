import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { measured } from "../site/src/budgets/budgets.ts";
import { scales } from "../site/src/budgets/compressed.ts";
import { limits } from "../site/src/budgets/limits.ts";
import { browser, type Visitor } from "./browser.ts";

const visitor = browser();
const pages = [
  ...["/", "/lessons/", "/lessons/create-and-read-only/", "/lessons/chess/", "/lessons/cqrs/"],
  ...["/challenges/", "/playground/", "/exercises/cart-decide/", "/exercises/chess-threefold/"],
];
const lessons = pages.filter((path) => /^\/lessons\/./.test(path));

/** Bytes after brotli at its best quality, as a file host would send them. */
function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

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
      // Fonts are compressed already; everything else is text.
      return { path: new URL(url).pathname, bytes: url.endsWith(".woff2") ? body.length : brotli(body) };
    }),
  );
}

const sum = (files: Loaded[]) => files.reduce((total, { bytes }) => total + bytes, 0);
const told = (files: Loaded[]) =>
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
    expect(sum(files), told(files)).toBeLessThanOrEqual(limits.page);
    expect(sum(fonts), told(fonts)).toBeLessThanOrEqual(limits.fonts);
    const most = path === "/playground/" ? limits.playgroundScripts : limits.scripts;
    expect(sum(scripts), told(scripts)).toBeLessThanOrEqual(most);

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
      return brotli(Buffer.from(await (await fetch(new URL(href, address))).arrayBuffer()));
    }),
  );
  const page = brotli(Buffer.from(html.slice(0, found.index + found[0].length)));
  return page + styles.reduce((all, one) => all + one, 0);
}

describe.each(lessons)("the first 60 kB of %s", (path) => {
  test("hold the first paragraph that explains", async () => {
    const bytes = await bytesUntil(
      path,
      /<section[^>]+id="explain"[\s\S]*?<p(?! class="record)[^>]*>[\s\S]*?<\/p>/,
    );
    if (process.env.SHOW_BUDGETS) console.log(`${path}: prose within ${bytes}`);
    expect(bytes).toBeLessThanOrEqual(limits.readable);
  });

  test("hold the fold as the server drew it, with the starter code where the lesson opens with it", async () => {
    const html = await fetch(inject("staticUrl") + path).then((answer) => answer.text());
    // The workbench comes after its payload, which waits in the page for the script that takes over.
    const code = /<section class="wb-still"[\s\S]*?<\/pre>/;
    const state = /<section class="wb-pane state"[\s\S]*?<\/section>/;
    const bytes = Math.max(await bytesUntil(path, state), code.test(html) ? await bytesUntil(path, code) : 0);
    if (process.env.SHOW_BUDGETS) console.log(`${path}: fold within ${bytes}`);
    expect(bytes).toBeLessThanOrEqual(limits.readable);
  });
});

test("what the editor and the terminal add has not grown", async () => {
  const { weigh } = await scales("");
  const rows = await measured(inject("staticFolder"), `${new URL(inject("staticUrl")).pathname}/`, weigh);
  const added = rows.filter(({ what }) => what.startsWith("with the"));
  expect(added).toHaveLength(2);
  const tooMuch = added.filter(({ bytes, limit }) => bytes > (limit ?? 0) || bytes === 0);
  expect(tooMuch).toEqual([]);
});
