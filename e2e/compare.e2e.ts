import { expect, inject, test } from "vitest";
import { browser, expectAccessible } from "./browser.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";

const visitor = browser();
const exercise = "cart-read-only";

/** The cart lesson after a check that failed at offset 7. */
async function afterFailure() {
  const guest = await visitor();
  const lesson = new LessonPage(guest.page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write(await sourceOf(exercise, "wrong/twice"));
  await lesson.check();
  const { bench } = lesson;
  await bench.locator(".wb-verdict.bad").filter({ hasText: "offset 7" }).waitFor();
  return { ...guest, lesson, bench, told: bench.locator(".tf-told") };
}

test("a learner opens compare at the first step that differs from the reference", async () => {
  const { page, close, bench, told } = await afterFailure();
  await bench.getByRole("button", { name: "Beside the reference’s fold" }).click();
  await expect
    .poll(() => told.textContent().catch(() => ""))
    .toContain("From offset 7 on the two part: at the end t-shirt is -1 instead of 1.");
  const rows = bench.getByRole("list", { name: "the reference and yours, step by step" });
  const current = rows.locator("[aria-current]");
  expect(await current.textContent()).toMatch(/7 AdditionReverted.*states differ/);
  expect(await bench.getByRole("region", { name: "State of the reference" }).textContent()).toContain(
    "t-shirt1 there -1",
  );
  expect(await bench.getByRole("region", { name: "State of yours" }).textContent()).toContain(
    "t-shirt-1 there 1",
  );
  await expectAccessible(page);
  await current.press("ArrowUp");
  await expect.poll(() => current.textContent()).toMatch(/6 AdditionReverted.*same state/);
  await bench.getByText("What differs here does not count in this exercise.").waitFor();
  await close();
});

test("a learner compares two versions of their code", async () => {
  const { page, close, lesson, bench, told } = await afterFailure();
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.run();
  const more = bench.getByRole("button", { name: "More", exact: true });
  if (await more.isVisible()) await more.click();
  await bench.getByRole("tab", { name: "Compare" }).click();
  await bench.getByText("Nothing that counts differs").waitFor();
  await bench.getByRole("button", { name: "Two versions of your code" }).click();
  await expect.poll(() => told.textContent().catch(() => "")).toContain("From offset 6 on the two part");
  const diff = bench.getByRole("figure", { name: "The first version against the second" });
  expect(await diff.locator(".wb-diff-line.theirs").count()).toBeGreaterThan(0);
  const versions = bench.getByRole("list", { name: "Versions of your code" }).getByRole("listitem");
  expect(await versions.count()).toBe(2);
  await expectAccessible(page);
  // A version is taken back, and survives a reload as all of them do.
  await versions
    .filter({ hasText: "checked, not passed" })
    .getByRole("button", { name: /^Take back/ })
    .click();
  const wrong = await sourceOf(exercise, "wrong/twice");
  const field = await lesson.editor();
  await expect.poll(() => field.inputValue()).toBe(wrong);
  await page.reload();
  await bench.getByRole("tab", { name: "Compare" }).click();
  await bench.getByRole("button", { name: "Two versions of your code" }).click();
  await expect.poll(() => versions.count()).toBe(2);
  await close();
});

test("a learner copies a question with the smallest log", async () => {
  const { page, close, bench } = await afterFailure();
  await bench.getByRole("button", { name: "Ask about this" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask somebody" });
  const field = dialog.getByRole("textbox", { name: "The question, as text" });
  await field.waitFor();
  const text = await field.inputValue();
  expect(text).toContain("`cart-read-only`");
  expect(text).toContain("offset 7 names it again");
  expect(text).toContain('{"key":"cart-1","event":{"type":"ItemAdded"');
  expect(text).toContain(await sourceOf(exercise, "wrong/twice").then((code) => code.trimEnd()));
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Copy the question" }).click();
  await dialog.getByText(/^Copied|does not allow copying/).waitFor();
  // The link in it opens this code for whoever is asked.
  const link = /Opens this very step: (\S+)/.exec(text)?.[1] ?? "";
  const other = await visitor();
  const theirs = new LessonPage(other.page);
  await theirs.open(link);
  expect(await (await theirs.editor()).inputValue()).toBe(await sourceOf(exercise, "wrong/twice"));
  await other.close();
  await close();
});
