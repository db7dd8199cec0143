import { describe, expect, inject, test } from "vitest";
import { browser } from "./browser.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";

const visitor = browser();

const lessons = [
  {
    slug: "create-and-read-only",
    exercise: "cart-read-only",
    wrong: "last-one",
    says: "At offset 6 you took out 1 t-shirt. The correction names e2.",
  },
  {
    slug: "chess",
    exercise: "chess-moves",
    wrong: "swaps",
    says: "Your board shows a white pawn on e5 and a black pawn on d4.",
  },
  {
    slug: "cqrs",
    exercise: "cart-decide",
    wrong: "exactly-three",
    says: "The cart already held",
  },
] as const;

describe.each(lessons)("the lesson $slug", ({ slug, exercise, wrong, says }) => {
  test("is read, stepped, failed, mended and passed, and all is still there after a reload", async () => {
    const { page, complaints, close } = await visitor();
    const lesson = new LessonPage(page);
    await lesson.open(`${inject("url")}/lessons/${slug}/`);
    await lesson.bench.getByText("Kafka 4").first().waitFor();

    // Forth and back by keyboard, from the tape.
    const start = lesson.bench.getByRole("button", { name: /^Start/ });
    await start.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => lesson.place()).toContain("offset 2");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => lesson.place()).toContain("offset 1");
    await page.keyboard.press("End");
    await expect.poll(() => lesson.place()).toMatch(/(\d+) of \1/);
    await page.keyboard.press("Home");
    await expect.poll(() => lesson.place()).toContain("start");

    await lesson.write(await sourceOf(exercise, `wrong/${wrong}`));
    await lesson.check();
    await lesson.bench.getByText(says).first().waitFor();

    const solution = await sourceOf(exercise, "solution");
    await lesson.write(solution);
    await lesson.check();
    await lesson.bench
      .getByText(/Right, on this log and on \d+ you have not seen/)
      .first()
      .waitFor();

    const questions = page.locator("[data-question]");
    for (let i = 0; i < (await questions.count()); i++) {
      await questions.nth(i).locator("details.right summary").click();
      await questions.nth(i).getByText("Right.").waitFor();
    }
    const score = await page.locator("[data-score]").textContent();
    expect(score).not.toBe("");

    await page.reload();
    expect(await (await lesson.editor()).inputValue()).toBe(solution);
    expect(await page.locator("details.right[open]").count()).toBe(await questions.count());
    await lesson.bench.getByRole("tab", { name: "Checks" }).click();
    await lesson.bench.getByText(/Passed before, on this log/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
