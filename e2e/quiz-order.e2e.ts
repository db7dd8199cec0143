import { expect, inject, test } from "vitest";
import { optionOrder } from "../site/src/lessons/parts/option-order.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

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
