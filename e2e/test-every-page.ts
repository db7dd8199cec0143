import { expect, inject, test } from "vitest";
import { builtPages } from "./crawl-built-site.ts";
import {
  expectAccessibleInBothThemes,
  expectFits,
  expectStill,
  scrollThrough,
  watchShifts,
} from "./page-assertions.ts";
import { desktop, openVisitors, phone } from "./visitor.ts";

/** A test for each page of the built site, as this device shows it. Call at a file's top. */
export async function testEveryPage(device: "desktop" | "phone"): Promise<void> {
  const visitor = openVisitors();
  test.each(await builtPages())(
    `on a ${device} %s is still, accessible in both themes, without complaint, and fits its window`,
    async (path) => {
      const { page, complaints, close } = await visitor(
        device === "phone" ? { viewport: phone, touch: true } : { viewport: desktop },
      );
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
}
