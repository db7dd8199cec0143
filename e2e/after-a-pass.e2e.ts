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

const isInWindow = (element: Element) => {
  const { top } = element.getBoundingClientRect();
  return element.checkVisibility() && top >= -1 && top < innerHeight;
};

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
  // Its task stands far down in the text.
  await lesson.bench.locator(".wb-task").filter({ visible: true }).waitFor();

  // The quiz and what to remember come before anything on another page.
  await pass(lesson, "cart-views");
  expect(await next.textContent()).toContain(nextWords.part);
  await next.click();
  await expect.poll(() => page.locator("#quiz").evaluate(isInWindow)).toBe(true);

  // On the exercise's own page, without the text around it, a challenge on the same idea comes next.
  await lesson.open(`${inject("url")}/exercises/cart-views/`);
  await lesson.openTab("Checks");
  expect(await next.textContent()).toContain(nextWords.lesson);
  expect(complaints).toEqual([]);
  await close();
});

test("the last exercise of a lesson leads to its quiz, also on a phone and after a reload", async () => {
  const { page, complaints, close } = await visitor({ viewport: { width: 390, height: 844 }, touch: true });
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await pass(lesson, "cart-read-only");
  await page.reload();
  await page.getByRole("main").getByRole("button", { name: "Workbench", exact: true }).click();
  await lesson.openTab("Checks");
  const next = lesson.bench.locator("a.wb-next");
  expect(await next.textContent()).toContain(nextWords.part);
  await next.click();
  await expect.poll(() => page.locator("#quiz").evaluate(isInWindow)).toBe(true);
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
