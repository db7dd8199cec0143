import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./accessibility.ts";

/** The narrowest window that everything has to fit into, in CSS pixels. */
const narrowest = 320;
/** A large phone's: wider than the phone that everything is looked at in. */
const largePhone = 430;
/** Shifts of the layout, all together, that a page may have: less than the eye is troubled by. */
const mostShift = 0.05;

/** Begins to sum up what moves on the page by itself. Before it is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = { sum: 0, causes: [] as string[] };
    Object.assign(globalThis, { watched });
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        watched.sum += value;
        for (const { node } of sources)
          if (node)
            watched.causes.push(
              `${value.toFixed(3)} ${node instanceof Element ? node.className || node.localName : node.textContent}`,
            );
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

interface Watched {
  sum: number;
  causes: string[];
}

/** All shifts since it began, together: never less than the worst window that the web's own measure takes. */
export async function expectStill(page: Page, where: string): Promise<void> {
  const { sum, causes } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  expect(sum, `${where}: what moved\n${causes.join("\n")}`).toBeLessThanOrEqual(mostShift);
}

/** Down the whole page and up again, so that what becomes alive only in sight does so. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    scrollTo(0, 0);
  });
}

/**
 * No violation of accessibility in both themes: all rules in the light one, and in the dark one those that look at
 * colours, which is all that a theme changes. `part` is a selector: then only what lies in it is looked at.
 */
export async function expectAccessibleInBothThemes(page: Page, where: string, part?: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion: a colour half-way from one theme to the other is none of the page's.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const theme = () => page.locator("html").getAttribute("data-theme");
    await expect.poll(theme).toBe(colorScheme);
    expect(await page.evaluate(countTransitions), `${where}: transitions on the way to ${colorScheme}`).toBe(
      0,
    );
    const rules = colorScheme === "dark" ? ["color-contrast", "link-in-text-block"] : undefined;
    await expectAccessible(page, { where: `${where}, ${colorScheme}`, part, rules });
  }
}

/** Runs in the page. */
function countTransitions(): number {
  return document.getAnimations().filter((animation) => animation instanceof CSSTransition).length;
}

/** No sideways scrolling: as the window is, at twice the zoom, and in narrower windows. Leaves the window as it was. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const window = page.viewportSize();
  if (!window) throw new Error("A page without a window has no width.");
  const { width, height } = window;
  // Zoom halves the window's CSS pixels; below 320 the web's own rules ask for no more.
  for (const narrow of new Set([width, Math.max(width / 2, narrowest), largePhone, narrowest])) {
    await page.setViewportSize({ width: narrow, height });
    // On a busy machine the window may still be on its way to that width.
    await page.waitForFunction((width) => innerWidth === width, narrow);
    await painted(page);
    const { tooWide, by } = await page.evaluate(() => {
      const tooWide = document.documentElement.scrollWidth - innerWidth;
      const out = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      );
      const names = out.slice(0, 6).map((element) => `${element.localName}.${element.getAttribute("class")}`);
      return { tooWide, by: tooWide > 0 ? names.join(", ") : "" };
    });
    expect(tooWide, `${where} in ${narrow} pixels: too wide by ${by}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(window);
  await painted(page);
}

function painted(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
