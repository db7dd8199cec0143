import { describe, expect, inject, test } from "vitest";
import { readShelf } from "../exercises/shelf.ts";
import { browser, desktop, expectAccessible, phone } from "./browser.ts";
import { builtPages, walkSite } from "./built-site.ts";

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

describe.each([
  ["desktop", desktop],
  ["phone", phone],
] as const)("on a %s every page is clean:", (device, viewport) => {
  test.each(pages)(
    "%s, in both themes: accessible, no console error, no sideways scrolling",
    async (path) => {
      const { page, complaints, close } = await visitor({ viewport, touch: device === "phone" });
      await page.goto(inject("url") + path, { waitUntil: "networkidle" });
      for (const colorScheme of ["light", "dark"] as const) {
        // Without motion: a colour half-way from one theme to the other is none of the page's.
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe(colorScheme);
        await expectAccessible(page);
      }
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, "pixels the page is too wide").toBeLessThanOrEqual(0);
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
