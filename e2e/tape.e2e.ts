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

  // The strip shows any part of the tape at once; what is not folded yet is not to be stood at.
  const strip = lesson.bench.getByRole("slider", { name: "Part of the tape in sight" });
  await strip.press("End");
  await lesson.bench.getByRole("button", { name: /^offset 1000005,/ }).waitFor();
  await strip.press("Home");

  await lesson.bench.getByText(/^Folding, \d{2,3},\d{3} of/).waitFor();
  const offset = lesson.transport.getByRole("textbox", { name: "to offset" });
  await offset.fill("6543");
  await offset.press("Enter");
  await lesson.transport.getByText(/^offset 6543 ·/).waitFor();
  const told = (at: number) =>
    lesson.bench.locator(".wb-narration", { hasText: new RegExp(`^Offset ${at}`) }).waitFor();
  await told(6543);
  await lesson.bench.locator(".lane-card.now").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await told(6545);
  // Focus moves along, so that one key goes on.
  await page.keyboard.press("ArrowLeft");
  await told(6544);
  await lesson.bench.locator(".lane-card:focus", { hasText: /6544/ }).waitFor();

  await lesson.bench.getByRole("button", { name: "Stop", exact: true }).click();
  await lesson.bench.getByRole("button", { name: "Back to the exercise’s log" }).click();
  await lesson.transport.getByText(/(of 14|14 to come)$/).waitFor();
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
