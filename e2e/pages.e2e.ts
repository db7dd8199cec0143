import { describe, expect, inject, test } from "vitest";
import { readShelf } from "../exercises/shelf.ts";
import { browser, devices } from "./browser.ts";
import { builtPages, walkSite } from "./built-site.ts";
import {
  expectAccessibleInBothThemes,
  expectFits,
  expectStill,
  scrollThrough,
  watchShifts,
} from "./clean.ts";

const visitor = browser();
const pages = await builtPages();

test("the built site has its home, its map, the page about the log, the page for nothing, and the lessons", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["/", "/404.html", "/about/", "/lessons/", "/lessons/create-and-read-only/"]),
  );
});

test("the built site has the list of exercises, and a page for each of them", async () => {
  const { exercises } = await readShelf();
  const own = exercises.map(({ id }) => `/exercises/${id}/`);
  expect(pages).toEqual(expect.arrayContaining(["/challenges/", ...own]));
});

describe.each(devices)("on a %s every page is clean:", (device, viewport) => {
  test.each(pages)(
    "%s: still, accessible in both themes, without complaint, and fits its window",
    async (path) => {
      const { page, complaints, close } = await visitor({ viewport, touch: device === "phone" });
      await watchShifts(page);
      await page.goto(inject("url") + path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      await scrollThrough(page);
      await page.waitForLoadState("networkidle");
      await expectStill(page, path);
      await expectAccessibleInBothThemes(page, path);
      await expectFits(page, path);
      const noAlt = await page.locator("img:not([alt])").count();
      expect(noAlt, "pictures without an alt text").toBe(0);
      expect(complaints).toEqual([]);
      await close();
    },
  );
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
