import { expect, inject, test } from "vitest";
import { browser } from "./browser.ts";
import { LessonPage } from "./lesson-page.ts";

const visitor = browser();

test("a learner seeks in a million records and steps from there, while they are still being folded", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/exercises/bank-ledger/`);
  await lesson.editor();
  await lesson.bench.getByRole("button", { name: "More", exact: true }).click();
  await lesson.bench.getByRole("tab", { name: "Log" }).click();
  await lesson.bench.getByRole("button", { name: /^1,000,\d+ records$/ }).click();
  await lesson.bench.getByText(/^Folding, [\d,]+ of 1,000,\d+ records/).waitFor();

  // The strip shows the tape's middle at once, and its end; what is not folded yet is not to be stood at.
  const strip = lesson.bench.getByRole("slider", { name: "Part of the tape in sight" });
  await strip.press("End");
  await expect.poll(() => strip.getAttribute("aria-valuetext")).toMatch(/to 1,000,\d+ of 1,000,\d+$/);
  await lesson.bench.locator(".lane-card:not(.loading)").first().waitFor();
  await strip.press("Home");

  const offset = lesson.transport.getByRole("textbox", { name: "to offset" });
  await expect
    .poll(async () => {
      await offset.fill("6543");
      await offset.press("Enter");
      return lesson.place();
    })
    .toContain("offset 6543");
  const told = lesson.bench.locator(".wb-narration");
  await expect.poll(() => told.textContent()).toMatch(/^Offset 6543/);
  const card = lesson.bench.locator(".lane-card.now");
  await card.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => told.textContent()).toMatch(/^Offset 6545/);
  // Focus moves along, so that one key goes on.
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => told.textContent()).toMatch(/^Offset 6544/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("6544");

  await lesson.bench.getByRole("button", { name: "Stop", exact: true }).click();
  await lesson.bench.getByRole("button", { name: "Back to the exercise’s log" }).click();
  await expect.poll(() => lesson.place()).toContain("of 14");
  expect(complaints).toEqual([]);
  await close();
});

test("a learner colours the tape by key, and the page remembers it", async () => {
  const { page, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/exercises/seat-booking/`);
  await lesson.editor();
  const card = lesson.bench.locator(".lane-card").first();
  const looks = async () => ({
    sign: await card.locator(".lane-sign").textContent(),
    told: await card.locator(".lane-time").textContent(),
  });
  const byType = await looks();
  await lesson.bench.getByRole("button", { name: "by key" }).click();
  await expect.poll(looks).not.toEqual(byType);
  const byKey = await looks();
  // A second sign beside the colour, and the key in words.
  expect(byKey.sign).not.toBe(byType.sign);
  expect(byKey.told).not.toMatch(/^\d\d:\d\d$/);
  await lesson.open(page.url());
  await expect.poll(looks).toEqual(byKey);
  await close();
});
