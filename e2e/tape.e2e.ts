import { expect, inject, test } from "vitest";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();

test("a learner seeks in a million records and steps from there, while they are still being folded", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/playground/`);
  await lesson.editor();
  await lesson.openTab("Log");
  await lesson.bench.getByRole("button", { name: /^1,000,\d+ records$/ }).click();
  await lesson.bench.getByText(/^Folding, [\d,]+ of 1,000,\d+ records/).waitFor();

  // The strip shows any part of the tape at once; what is not folded yet is not to be stood at.
  const strip = lesson.bench.getByRole("slider", { name: "Visible part of the tape" });
  await strip.press("End");
  await lesson.bench.getByRole("button", { name: /^offset 1000001,/ }).waitFor();
  await strip.press("Home");

  await lesson.bench.getByText(/^Folding, \d{2,3},\d{3} of/).waitFor();
  const offset = lesson.transport.getByRole("textbox", { name: "to offset" });
  await offset.fill("6543");
  await offset.press("Enter");
  await lesson.transport.getByText(/^offset 6543 ·/).waitFor();
  const waitForStep = (at: number) =>
    lesson.bench.locator(".wb-narration", { hasText: new RegExp(`^Offset ${at}`) }).waitFor();
  await waitForStep(6543);
  await lesson.bench.locator(".lane-card.now").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await waitForStep(6545);
  // Focus moves along, so that one key goes on.
  await page.keyboard.press("ArrowLeft");
  await waitForStep(6544);
  await lesson.bench.locator(".lane-card:focus", { hasText: /6544/ }).waitFor();

  await lesson.bench.getByRole("button", { name: "Stop", exact: true }).click();
  await lesson.bench.getByRole("button", { name: "Back to the exercise’s log" }).click();
  await lesson.transport.getByText(/(of 6|6 to come)$/).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("lesson 8's solution folds a hundred thousand records of its log, and the way back works before it has ended", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write(await sourceOf("cart-read-only", "solution"));
  await lesson.run();
  const more = lesson.bench.getByRole("button", { name: "More", exact: true });
  if (await more.isVisible()) await more.click();
  await lesson.bench.getByRole("tab", { name: "Log" }).click();
  const longest = lesson.bench.getByRole("button", { name: "100,000 records", exact: true });
  const back = lesson.bench.getByRole("button", { name: "Back to the exercise’s log" });
  // More bytes than a message to the server may have: this one is folded in the browser, with all of its steps.
  await lesson.bench.getByRole("button", { name: "1,000 records", exact: true }).click();
  await lesson.transport.getByText(/(of 1,000|1,000 to come)$/).waitFor();
  await back.click();
  await lesson.transport.getByText(/(of 8|8 to come)$/).waitFor();

  await longest.click();
  await lesson.bench.getByText(/^Folding, [\d,]+ of 100,000 records/).waitFor();
  await back.click();
  await lesson.transport.getByText(/(of 8|8 to come)$/).waitFor();
  // It stays there: the fold that was left is cancelled and does not come back.
  await lesson.bench.getByText(/^Folding/).waitFor({ state: "detached" });
  expect(await back.count()).toBe(0);

  await longest.click();
  await lesson.transport.getByText("· 100,000 of 100,000").waitFor({ timeout: 120_000 });
  await lesson.bench.locator(".wb-narration", { hasText: /^Offset 99999/ }).waitFor();
  const state = lesson.bench.getByRole("region", { name: "State", exact: true });
  expect(await state.getByRole("listitem").allTextContents()).toEqual(
    expect.arrayContaining([expect.stringMatching(/t-shirt\s*1/)]),
  );
  expect(await lesson.bench.locator(".wb-notice").count()).toBe(0);
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
    time: await card.locator(".lane-time").textContent(),
  });
  const byType = await looks();
  await lesson.bench.getByRole("button", { name: "key", exact: true }).click();
  await expect.poll(looks).not.toEqual(byType);
  const byKey = await looks();
  // A second sign beside the colour, and the key in words.
  expect(byKey.sign).not.toBe(byType.sign);
  expect(byKey.time).not.toMatch(/^\d\d:\d\d$/);
  await lesson.open(page.url());
  await expect.poll(looks).toEqual(byKey);
  await close();
});

test("the slider shows any step, dragged with the mouse and moved by keys", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  // The transport has all its parts once somebody has opened the code.
  await lesson.editor();
  const slider = lesson.transport.getByRole("slider", { name: "Step", exact: true });
  const expectAt = async (offset: number, place: string) => {
    await lesson.transport.getByRole("status").getByText(place).waitFor();
    expect(await slider.inputValue()).toBe(String(offset));
    // The tape stands at the same step.
    if (offset >= 0) await lesson.bench.locator(".lane-card.now", { hasText: `${offset}` }).waitFor();
  };

  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error("The slider is not on the page.");
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, middle);
  await page.mouse.down();
  await expectAt(-1, "start");
  await page.mouse.move(box.x + box.width - 2, middle, { steps: 8 });
  await expectAt(7, "offset 7 · 8 of 8");
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 4 });
  await expectAt(3, "offset 3 · 4 of 8");
  await page.mouse.up();

  await slider.focus();
  await page.keyboard.press("Home");
  await expectAt(-1, "start");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expectAt(1, "offset 1 · 2 of 8");
  await page.keyboard.press("End");
  await expectAt(7, "offset 7 · 8 of 8");
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ["beside the text", { width: 1366, height: 768 }],
  ["on a phone", phone],
])("Step keeps its place through a log of records, commands and decided events %s", async (_, viewport) => {
  const { page, close } = await visitor({ viewport, touch: viewport === phone });
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/cqrs/`);
  await lesson.editor();
  const step = lesson.transport.getByRole("button", { name: "Step" });
  await step.click();
  const place = await step.boundingBox();
  const readout = lesson.transport.locator("output");
  for (let record = 2; record <= 12; record++) {
    await step.click();
    await expect.poll(() => readout.textContent()).toContain(` · ${record} of `);
    expect(await step.boundingBox()).toEqual(place);
  }
  expect(await readout.textContent()).toMatch(/^(command|decided) /);
  await close();
});
