import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const exercise = "cart-read-only";
const tabs = ".wb-pane.tabs";

/** The cart lesson after a check that failed at offset 7. */
async function afterFailure() {
  const { page, complaints } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write(await sourceOf(exercise, "wrong/reverts-twice"));
  await lesson.check();
  const { bench } = lesson;
  await bench.locator(".wb-verdict.bad").filter({ hasText: "offset 7" }).waitFor();
  return { page, complaints, lesson, bench, divergence: bench.locator(".tf-divergence") };
}

test("a learner copies a question with the smallest log", async () => {
  const { page, bench } = await afterFailure();
  await bench.getByRole("button", { name: "Ask someone about this" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask someone: a question to copy" });
  const field = dialog.getByRole("textbox", { name: "The question, as text" });
  await field.waitFor();
  const text = await field.inputValue();
  const wrong = await sourceOf(exercise, "wrong/reverts-twice");
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
  await theirs.open(/Link to this step: (\S+)/.exec(text)?.[1] ?? "");
  expect(await (await theirs.editor()).inputValue()).toBe(wrong);
  await other.close();
});

test("a learner opens compare at the first step that differs from the course’s solution", async () => {
  const { page, bench, divergence } = await afterFailure();
  await bench.getByRole("button", { name: "Compare my states with the correct ones" }).click();
  await expect
    .poll(() => divergence.textContent().catch(() => ""))
    .toContain(
      "The two states differ from offset 7 on. At the end, in your code, t-shirt is −1 instead of 1.",
    );
  const rows = bench.getByRole("list", { name: "the course’s solution and your code, step by step" });
  const current = rows.locator("[aria-current]");
  expect(await current.textContent()).toMatch(/7 AdditionReverted.*states differ/);
  const state = (name: string) => bench.getByRole("region", { name: `State of ${name}` }).textContent();
  expect(await state("the course’s solution")).toContain("t-shirt1 your code: -1");
  expect(await state("your code")).toContain("t-shirt-1 the course’s solution: 1");
  await expectAccessible(page, { part: tabs });
  await current.press("ArrowUp");
  await expect
    .poll(() => current.textContent())
    .toMatch(/6 AdditionReverted.*same in all that the checks read/);
  await bench
    .getByText("The states differ only in parts that the checks of this exercise do not read.")
    .waitFor();
});

test("a learner compares two versions of their code", async () => {
  const { page, complaints, lesson, bench, divergence } = await afterFailure();
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.run();
  await lesson.openTool("Compare");
  await bench.getByText("No difference:").waitFor();
  await bench.getByRole("button", { name: "Two versions of your code" }).click();
  await expect
    .poll(() => divergence.textContent().catch(() => ""))
    .toContain("The two states differ from offset 6 on");
  const diff = bench.getByRole("figure", { name: "The first version against the second" });
  expect(await diff.locator(".wb-diff-line.theirs").count()).toBeGreaterThan(0);
  const versions = bench.getByRole("list", { name: "Versions of your code" }).getByRole("listitem");
  expect(await versions.count()).toBe(2);
  await expectAccessible(page, { part: tabs });
  const failed = versions.filter({ hasText: "checked, not passed" });
  await failed.getByRole("button", { name: /^Restore/ }).click();
  const field = await lesson.editor();
  await expect.poll(async () => field.inputValue()).toBe(await sourceOf(exercise, "wrong/reverts-twice"));
  await page.reload();
  await lesson.openTool("Compare");
  await bench.getByRole("button", { name: "Two versions of your code" }).click();
  await expect.poll(() => versions.count()).toBe(2);
  expect(complaints).toEqual([]);
});
