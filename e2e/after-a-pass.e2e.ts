import { expect, inject, test } from "vitest";
import { nextWords, passedWords } from "../language/english/checks.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

/** Passes the exercise that is open in the workbench. */
async function pass(lesson: LessonPage, exercise: string): Promise<void> {
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.check();
  await lesson.bench
    .getByText(/Right on this log and on \d+ generated logs/)
    .first()
    .waitFor();
}

test("a pass says what was proved and leads to the next exercise, then on to what exists", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/cqrs/`);
  const next = lesson.bench.locator("a.wb-next");

  await pass(lesson, "cart-decide");
  await lesson.bench.getByText(passedWords.proved).waitFor();
  expect(await next.textContent()).toContain(`${nextWords.exercise} Two readers of one log`);
  await next.click();
  await lesson.bench.getByRole("tab", { name: /^Two readers of one log/, selected: true }).waitFor();

  // No lesson after this one is written: a challenge on the same idea comes next.
  await pass(lesson, "cart-views");
  expect(await next.textContent()).toContain(`${nextWords.challenge} Who is on the board`);
  await next.click();
  await page.waitForURL(/\/exercises\/leaderboard\/$/);
  expect(complaints).toEqual([]);
  await close();
});

test("the last exercise of a lesson leads to the next written lesson, also after a reload", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await pass(lesson, "cart-read-only");
  await page.reload();
  await lesson.bench.getByRole("tab", { name: "Checks" }).click();
  const next = lesson.bench.locator("a.wb-next");
  expect(await next.textContent()).toContain(nextWords.lesson);
  await next.click();
  await page.waitForURL(/\/lessons\/cqrs\/$/);
  expect(complaints).toEqual([]);
  await close();
});

test("“Open in the workbench” leaves the text where its reader is, and the way back covers no text", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  const open = page.getByRole("link", { name: "Open in the workbench" });
  await open.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const before = await page.evaluate(() => scrollY);
  await open.click();
  await lesson.bench.getByRole("region", { name: "Code", exact: true }).waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(before);

  // The place is kept a moment after the reader has stopped.
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("reading/"))))
    .toBe(true);
  await page.goto("about:blank");
  await page.goto(`${inject("url")}/lessons/create-and-read-only/`);
  const resume = page.getByRole("link", { name: "Continue where you were" });
  await resume.waitFor();
  expect(await resume.evaluate((element) => getComputedStyle(element).position)).toBe("static");
  await resume.click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  expect(complaints).toEqual([]);
  await close();
});
