import type { Locator } from "playwright-core";
import { expect, inject, test } from "vitest";
import { isInSight } from "./control-assertions.ts";
import { LessonPage } from "./lesson-page.ts";
import { failWith } from "./page-state-steps.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
const laptop = { viewport: { width: 1366, height: 768 } };
const path = "/lessons/create-and-read-only/";
const windows = [
  ["laptop", laptop],
  ["phone", { viewport: phone, touch: true }],
] as const;

const topOf = async (control: Locator) => Math.round((await control.boundingBox())?.y ?? Number.NaN);

test.each(windows)(
  "on a %s Step of lesson 8's figure keeps its place through the morning",
  async (_, window) => {
    const { page, complaints, close } = await visitor(window);
    await page.goto(inject("url") + path);
    const figure = page.locator(".kept-twice");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("astro-island:not([ssr])").filter({ has: figure }).waitFor({ state: "attached" });
    await figure.getByRole("slider", { name: "How much of the morning has happened" }).press("Home");
    const step = figure.getByRole("button", { name: "Step →" });
    const before = await topOf(step);
    for (let offset = 0; offset < 8; offset++) {
      await step.click();
      await figure.locator(".kept-narration", { hasText: `Offset ${offset}` }).waitFor();
      expect(await topOf(step), `offset ${offset}`).toBe(before);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);

test.each(windows)(
  "on a %s Step of the transport keeps its place when the field of a breakpoint opens",
  async (_, window) => {
    const { page, complaints, close } = await visitor(window);
    const lesson = new LessonPage(page);
    await lesson.open(inject("url") + path);
    await lesson.editor();
    const step = lesson.transport.getByRole("button", { name: "Step", exact: true });
    const before = await topOf(step);
    await lesson.transport.getByRole("button", { name: "Stop where…" }).click();
    await lesson.transport.getByLabel("stop where").fill("state.lines.hat === 1");
    await lesson.transport.getByLabel("stop where").press("Enter");
    await lesson.transport.getByText(/^true at/).waitFor();
    expect(await topOf(step)).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  },
);

test("the shapes of the events open above a check's result, which stays in sight", async () => {
  const { page, complaints, close } = await visitor(laptop);
  const lesson = new LessonPage(page);
  await lesson.open(inject("url") + path);
  await failWith(lesson, "cart-read-only", "wrong/reverts-twice");
  const result = lesson.bench.locator(".wb-verdict.bad").first();
  await lesson.bench.getByText("The shapes of the events").click();
  const shapes = lesson.bench.locator(".wb-types");
  await shapes.getByText("AdditionReverted").waitFor();
  await expect.poll(() => isInSight(result)).toBe(true);
  // What is asked for most is seen first.
  expect(await shapes.locator("code").textContent()).toMatch(/^type CartEvent/);
  expect(complaints).toEqual([]);
  await close();
});
