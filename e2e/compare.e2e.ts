import { expect, inject, test } from "vitest";
import { browser, expectAccessible } from "./browser.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";

const visitor = browser();
const exercise = "cart-read-only";
const tabs = ".wb-pane.tabs";

/** The cart lesson after a check that failed at offset 7. */
async function afterFailure() {
  const { page, complaints } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write(await sourceOf(exercise, "wrong/twice"));
  await lesson.check();
  const { bench } = lesson;
  await bench.locator(".wb-verdict.bad").filter({ hasText: "offset 7" }).waitFor();
  return { page, complaints, lesson, bench, told: bench.locator(".tf-told") };
}

test("a learner copies a question with the smallest log", async () => {
  const { page, bench } = await afterFailure();
  await bench.getByRole("button", { name: "Ask about this" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask somebody" });
  const field = dialog.getByRole("textbox", { name: "The question, as text" });
  await field.waitFor();
  const text = await field.inputValue();
  const wrong = await sourceOf(exercise, "wrong/twice");
  for (const part of ["`cart-read-only`", "offset 7 names it again", wrong.trimEnd()])
    expect(text).toContain(part);
  expect(text).toContain('{"key":"cart-1","event":{"type":"ItemAdded"');
  await expectAccessible(page, { part: "dialog[open]" });
  await dialog.getByRole("button", { name: "Copy the question" }).click();
  await dialog.getByText(/^Copied|does not allow copying/).waitFor();
  await page.keyboard.press("Escape");
  // The link in it opens this code for whoever is asked.
  const other = await visitor();
  const theirs = new LessonPage(other.page);
  await theirs.open(/Opens this very step: (\S+)/.exec(text)?.[1] ?? "");
  expect(await (await theirs.editor()).inputValue()).toBe(wrong);
  await other.close();
});

test("a learner opens compare at the first step that differs from the reference", async () => {
  const { page, bench, told } = await afterFailure();
  await bench.getByRole("button", { name: "Beside the reference’s fold" }).click();
  await expect
    .poll(() => told.textContent().catch(() => ""))
    .toContain("From offset 7 on the two part: at the end t-shirt is -1 instead of 1.");
  const rows = bench.getByRole("list", { name: "the reference and yours, step by step" });
  const current = rows.locator("[aria-current]");
  expect(await current.textContent()).toMatch(/7 AdditionReverted.*states differ/);
  const state = (name: string) => bench.getByRole("region", { name: `State of ${name}` }).textContent();
  expect(await state("the reference")).toContain("t-shirt1 there -1");
  expect(await state("yours")).toContain("t-shirt-1 there 1");
  await expectAccessible(page, { part: tabs });
  await current.press("ArrowUp");
  await expect.poll(() => current.textContent()).toMatch(/6 AdditionReverted.*same state/);
  await bench.getByText("What differs here does not count in this exercise.").waitFor();
});

test("a learner compares two versions of their code", async () => {
  const { page, complaints, lesson, bench, told } = await afterFailure();
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.run();
  await bench.getByRole("button", { name: "More", exact: true }).click();
  await bench.getByRole("tab", { name: "Compare" }).click();
  await bench.getByText("Nothing that counts differs").waitFor();
  await bench.getByRole("button", { name: "Two versions of your code" }).click();
  await expect.poll(() => told.textContent().catch(() => "")).toContain("From offset 6 on the two part");
  const diff = bench.getByRole("figure", { name: "The first version against the second" });
  expect(await diff.locator(".wb-diff-line.theirs").count()).toBeGreaterThan(0);
  const versions = bench.getByRole("list", { name: "Versions of your code" }).getByRole("listitem");
  expect(await versions.count()).toBe(2);
  await expectAccessible(page, { part: tabs });
  const failed = versions.filter({ hasText: "checked, not passed" });
  await failed.getByRole("button", { name: /^Take back/ }).click();
  const field = await lesson.editor();
  await expect.poll(async () => field.inputValue()).toBe(await sourceOf(exercise, "wrong/twice"));
  await page.reload();
  await bench.getByRole("tab", { name: "Compare" }).click();
  await bench.getByRole("button", { name: "Two versions of your code" }).click();
  await expect.poll(() => versions.count()).toBe(2);
  expect(complaints).toEqual([]);
});
