import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

const hasFocus = (place: Locator) =>
  place.evaluateAll((found) => found.some((element) => element === document.activeElement));

/** Goes from one place to the next with Tab until focus stands where it is wanted, and can be seen there. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await hasFocus(place)) {
      const seen = await page.evaluate(() => {
        const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement as Element);
        return outlineStyle !== "none" || boxShadow !== "none";
      });
      expect(seen, "focus can be seen").toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${place}.`);
}

test("a learner passes a lesson's exercise by keyboard alone, and leaves the editor", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  const { bench, transport } = lesson;

  await tabTo(page, page.getByRole("link", { name: "Skip to the workbench" }));
  await page.keyboard.press("Enter");
  const step = transport.getByRole("button", { name: "Step" });
  await tabTo(page, step);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await transport.getByRole("status").getByText("offset 1 · 2 of 8").waitFor();
  await page.keyboard.press("End");
  await transport.getByRole("status").getByText("· 8 of 8").waitFor();
  await page.keyboard.press("Home");
  await transport.getByRole("status").getByText("start").waitFor();

  await tabTo(page, bench.getByRole("button", { name: "Open the code" }));
  await page.keyboard.press("Enter");
  const editor = bench.locator(".monaco-editor");
  const inEditor = () => page.evaluate(() => document.activeElement?.closest(".monaco-editor") !== null);
  // The button is gone, and the code it opened has the focus. Reaching the text opens the editor, which takes it over.
  const code = bench.getByRole("region", { name: "Code", exact: true });
  await expect.poll(() => hasFocus(code)).toBe(true);
  await tabTo(
    page,
    code.locator(
      ".wb-still, .wb-until-open textarea, .monaco-editor [role=textbox], .monaco-editor textarea",
    ),
  );
  await editor.waitFor();
  await expect.poll(inEditor).toBe(true);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(await sourceOf("cart-read-only", "solution"));
  await page.keyboard.press("Control+Shift+Enter");
  await bench
    .getByRole("status")
    .getByText(/^Passed\. Right on this log/)
    .waitFor();

  expect(await inEditor()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await inEditor()).toBe(false);
  // On to what the check said.
  await tabTo(page, bench.getByRole("tab", { name: "Checks" }));
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => hasFocus(bench.getByRole("tab", { name: "Log" }))).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});
