import { expect, inject, test } from "vitest";
import { readCatalog } from "../exercises/catalog.ts";
import { builtPages, walkSite } from "./crawl-built-site.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const pages = await builtPages();

test("the built site has its home, its map, the page about the log, the page for nothing, and the lessons", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["/", "/404.html", "/about/", "/lessons/", "/lessons/create-and-read-only/"]),
  );
});

test("the built site has the list of exercises, and a page for each of them", async () => {
  const { exercises } = await readCatalog();
  const own = exercises.map(({ id }) => `/exercises/${id}/`);
  expect(pages).toEqual(expect.arrayContaining(["/challenges/", ...own]));
});

test("below a sub-path of a plain file server no page has anything to complain about", async () => {
  const { page, complaints, close } = await visitor();
  for (const path of pages) {
    await page.goto(inject("staticUrl") + path, { waitUntil: "networkidle" });
    expect(complaints, path).toEqual([]);
  }
  await close();
});

test.each([
  ["at the root of the real server", "url"],
  ["below a sub-path of a plain file server", "staticUrl"],
] as const)(
  "every link, asset, module and anchor of every page leads somewhere, %s",
  async (_where, place) => {
    const { broken, files } = await walkSite(inject(place), pages);
    expect(broken).toEqual([]);
    // A walk that meets no style, font or module has not looked.
    for (const kind of [".css", ".woff2", ".js", ".wasm"])
      expect(
        [...files].some((path) => path.endsWith(kind)),
        `a ${kind} file was met`,
      ).toBe(true);
  },
);

test("an address without a page is answered with 404 and a page that leads back", async () => {
  const { page, close } = await visitor();
  const answer = await page.goto(`${inject("url")}/lessons/not-written-yet/`);
  expect(answer?.status()).toBe(404);
  await page.getByRole("main").getByRole("link").first().click();
  await page.waitForURL(/\/lessons\/$|\/$/);
  await close();
});
