import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const laptop = { width: 1366, height: 768 };

/** The cart lesson on a laptop, with the divider and what it divides. */
async function onLaptop() {
  const guest = await visitor({ viewport: laptop });
  const lesson = new LessonPage(guest.page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  const { page } = guest;
  return {
    ...guest,
    lesson,
    divider: page.getByRole("separator", { name: "Divider between text and workbench" }),
    stop: (name: string) => page.getByRole("group", { name: "Layout" }).getByRole("button", { name }),
    prose: page.locator(".sheet .prose"),
  };
}

const widthOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())?.width;

test("a learner drags the divider, and it is in the same place after a reload", async () => {
  const { page, complaints, lesson, divider, close } = await onLaptop();
  const before = (await widthOf(page, ".bench")) ?? 0;
  const box = await divider.boundingBox();
  if (!box) throw new Error("The divider is not on the page.");
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  await page.mouse.move(420, middle, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => widthOf(page, ".bench")).toBeGreaterThan(before);
  const dragged = await widthOf(page, ".bench");
  expect(await divider.getAttribute("aria-valuenow")).toBe(String(Math.round((420 / laptop.width) * 100)));

  await lesson.open(page.url());
  await expect.poll(() => widthOf(page, ".bench")).toBe(dragged);
  expect(complaints).toEqual([]);
  await close();
});

test("keys move the divider from the workbench alone to the text alone", async () => {
  const { page, complaints, lesson, divider, prose, close } = await onLaptop();
  const value = async () => Number(await divider.getAttribute("aria-valuenow"));
  await divider.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => prose.isVisible()).toBe(false);
  expect(await value()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => prose.isVisible()).toBe(true);
  const narrowest = await value();
  await page.keyboard.press("ArrowRight");
  await expect.poll(value).toBeGreaterThan(narrowest);
  await page.keyboard.press("End");
  await expect.poll(() => lesson.bench.isVisible()).toBe(false);
  expect(await value()).toBeGreaterThan(95);
  await expectAccessible(page, { where: "the text alone", part: ".divider" });

  // A link to an exercise brings the workbench back.
  await page.locator("[data-open-exercise]").first().click();
  await expect.poll(() => lesson.bench.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("with the workbench alone the task is in a column, also after a reload; the text comes back where it was", async () => {
  const { page, complaints, lesson, stop, prose, close } = await onLaptop();
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  await page.locator("#explain").evaluate((part) => part.scrollIntoView());
  await expect.poll(scrolled).toBeGreaterThan(100);
  const place = await scrolled();
  await stop("Workbench only").click();
  expect(await prose.isVisible()).toBe(false);
  await stop("Text and workbench").click();
  await expect.poll(scrolled).toBe(place);

  await stop("Workbench only").click();
  await page.reload();
  const task = lesson.bench.getByRole("region", { name: "Task", exact: true });
  await task.getByRole("heading").first().waitFor();
  expect(await stop("Workbench only").getAttribute("aria-pressed")).toBe("true");
  expect(await prose.isVisible()).toBe(false);
  await lesson.editor();
  await expectAccessible(page, { where: "the workbench alone" });
  await stop("Text and workbench").click();
  expect(await prose.isVisible()).toBe(true);
  expect(await task.count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
