import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { lessonFolders } from "../scripts/lesson/lesson-folders.ts";
import type { LessonJourney } from "./lesson-journey.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

const folder = join(import.meta.dirname, "lesson-journeys");
const slugs = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
const journeys = await Promise.all(
  slugs.map(async (slug) => {
    const { default: journey } = (await import(join(folder, `${slug}.ts`))) as { default: LessonJourney };
    return { slug, ...journey };
  }),
);

test("every written lesson has its journey", async () => {
  const written = await lessonFolders();
  expect(slugs.toSorted()).toEqual(written.map(({ name }) => name).toSorted());
});

describe.each(journeys)("the lesson $slug", ({ slug, exercise, wrong, says, figure }) => {
  test("is read, stepped, failed, fixed and passed, and all is still there after a reload", async () => {
    const { page, complaints, close } = await visitor();
    const lesson = new LessonPage(page);
    await lesson.open(`${inject("url")}/lessons/${slug}/`);
    await lesson.bench.getByText("Kafka 4").first().waitFor();

    // Forth and back by keyboard, from the tape.
    const start = lesson.bench.getByRole("button", { name: /^Start/ });
    await start.focus();
    // The opening of a lesson may show another step.
    await page.keyboard.press("Home");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => lesson.place()).toMatch(/· 3 of \d/);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => lesson.place()).toMatch(/· 2 of \d/);
    await page.keyboard.press("End");
    await expect.poll(() => lesson.place()).toMatch(/· (\d+) of \1(?!\d)/);
    await page.keyboard.press("Home");
    await expect.poll(() => lesson.place()).toContain("start");

    await figure(page);
    await lesson.write(await sourceOf(exercise, `wrong/${wrong}`));
    await lesson.check();
    await lesson.bench.getByText(says).first().waitFor();

    const solution = await sourceOf(exercise, "solution");
    await lesson.write(solution);
    await lesson.check();
    await lesson.bench
      .getByText(/Right on this log and on \d+ generated logs/)
      .first()
      .waitFor();

    const questions = page.locator("[data-question]");
    const wrongOption = questions.first().locator("details:not(.right)").first();
    await wrongOption.locator("summary").click();
    await wrongOption.locator(".reason").waitFor();
    for (let i = 0; i < (await questions.count()); i++) {
      await questions.nth(i).locator("details.right summary").click();
      await questions.nth(i).locator("details.right .reason").waitFor();
    }
    const score = await page.locator("[data-score]").textContent();
    expect(score).not.toBe("");

    await page.reload();
    expect(await (await lesson.editor()).inputValue()).toBe(solution);
    await questions.first().scrollIntoViewIfNeeded();
    const opened = page.locator("details.right[open]");
    await expect.poll(() => opened.count()).toBe(await questions.count());
    await lesson.openTab("Checks");
    await lesson.bench.getByText(/Passed before, on this log/).waitFor();
    await lesson.bench.getByRole("tab", { name: "Checks passed" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
