import type { Locator, Page } from "playwright-core";

/**
 * What only one lesson has of its journey; `lessons.e2e.ts` does the rest with each of them. A file for each lesson, named
 * after its slug: e2e/lesson-journeys/<slug>.ts, with this as its default export.
 */
export interface LessonJourney {
  /** The lesson's first exercise. */
  exercise: string;
  /** The name of one of its wrong answers, and a part of the message that answers it. */
  wrong: string;
  says: string | RegExp;
  /** Operates the figure by keyboard alone and expects what it answers. */
  figure(page: Page): Promise<void>;
}

/** The part of the page with the figure, in view and alive: before that a key would move nothing. */
export async function figureOf(page: Page): Promise<Locator> {
  const part = page.locator("#see");
  await part.scrollIntoViewIfNeeded();
  await part.locator("astro-island:not([ssr])").first().waitFor();
  return part;
}
