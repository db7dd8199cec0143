import { describe, expect, inject, test } from "vitest";
import { optionOrder } from "../site/src/lessons/parts/option-order.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

const lessons = [
  {
    slug: "create-and-read-only",
    exercise: "cart-read-only",
    wrong: "reverts-last-addition",
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
  test("is read, stepped, failed, fixed and passed, and all is still there after a reload", async () => {
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
    await expect.poll(() => lesson.place()).toMatch(/· (\d+) of \1(?!\d)/);
    await page.keyboard.press("Home");
    await expect.poll(() => lesson.place()).toContain("start");

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
    for (let i = 0; i < (await questions.count()); i++) {
      await questions.nth(i).locator("details.right summary").click();
      await questions.nth(i).getByText("Right.").waitFor();
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

test("a quiz shows its options in the learner's own order, the same after a reload", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/lessons/cqrs/`);
  const questions = page.locator("[data-question]");
  const optionsShown = () =>
    questions.evaluateAll((all) =>
      all.map((question) =>
        [...question.querySelectorAll<HTMLElement>("[data-option]")].map(({ dataset }) =>
          Number(dataset.option),
        ),
      ),
    );
  // What a quiz does is loaded when the reader comes near it.
  const seedKept = () => page.evaluate(() => Number(localStorage.getItem("offset-zero/1/quiz-seed")));
  await questions.first().scrollIntoViewIfNeeded();
  await expect.poll(seedKept).not.toBe(0);
  const seed = await seedKept();
  const expected = Array.from({ length: await questions.count() }, (_, index) =>
    optionOrder(seed, `cqrs/${index}`, 3),
  );
  await expect.poll(optionsShown).toEqual(expected);
  await page.reload();
  await questions.first().scrollIntoViewIfNeeded();
  await expect.poll(optionsShown).toEqual(expected);
  expect(complaints).toEqual([]);
  await close();
});

test("the figure of the first cart lesson keeps a table and a log side by side through the whole morning", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/lessons/create-and-read-only/`);
  const figure = page.locator(".kept-twice");
  await figure.scrollIntoViewIfNeeded();
  // Before it is alive a key would move the slider and nothing else.
  await page.locator("astro-island:not([ssr])").filter({ has: figure }).waitFor();
  const slider = figure.getByRole("slider", { name: "How much of the morning has happened" });
  const row = figure
    .getByRole("table", { name: "carts, where cart_id is cart-1" })
    .getByRole("row", { name: "t-shirt" });
  const log = figure.getByRole("list", { name: "Records of cart-1" }).getByRole("listitem");

  // It opens at the write that puts 3 over 2: the table strikes it out, the log keeps both records.
  expect(await row.locator("del").allTextContents()).toEqual(["2", "09:02"]);
  expect(await log.count()).toBe(4);

  // What is said of the step; a table of all steps says the same.
  const waitForNarration = (says: string) => figure.locator(".kept-narration", { hasText: says }).waitFor();
  const press = async (key: string, says: string) => {
    await slider.press(key);
    await waitForNarration(says);
  };
  await press("Home", "Before offset 0: an empty cart.");
  expect(await log.count()).toBe(0);
  expect(await row.count()).toBe(0);
  await press("End", "Offset 7, 09:14. A correction names addition e2. Nothing of e2 is left to take back");
  const saysTable = await figure.locator(".kept-said").textContent();
  expect(saysTable).toBe(
    "t-shirt: the shop writes 1 over 1. The row looks as before, so nobody can see this write.",
  );
  expect(await log.count()).toBe(8);

  await figure.getByRole("button", { name: "← Back" }).click();
  await waitForNarration("Offset 6, 09:14. A correction names addition e2. T-shirts: 3, now 1.");
  expect(await log.count()).toBe(7);
  await figure.getByRole("button", { name: "Step →" }).click();
  await waitForNarration("Offset 7, 09:14.");
  expect(await log.count()).toBe(8);
  expect(complaints).toEqual([]);
  await close();
});
