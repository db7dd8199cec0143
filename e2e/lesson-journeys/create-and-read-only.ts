import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "cart-read-only",
  wrong: "reverts-last-addition",
  says: "At offset 6 you took out 1 t-shirt. The correction names e2.",
  async figure(page) {
    const figure = await figureOf(page);
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
    await slider.press("Home");
    await waitForNarration("Before offset 0: an empty cart.");
    expect(await log.count()).toBe(0);
    expect(await row.count()).toBe(0);
    await slider.press("End");
    await waitForNarration(
      "Offset 7, 09:14. A correction names addition e2. Nothing of e2 is left to take back",
    );
    const saysTable = await figure.locator(".kept-said").textContent();
    expect(saysTable).toBe(
      "t-shirt: the shop writes 1 over 1. The row looks as before, so nobody can see this write.",
    );
    expect(await log.count()).toBe(8);

    await figure.getByRole("button", { name: "← Back" }).press("Enter");
    await waitForNarration("Offset 6, 09:14. A correction names addition e2. T-shirts: 3, now 1.");
    expect(await log.count()).toBe(7);
    await figure.getByRole("button", { name: "Step →" }).press("Enter");
    await waitForNarration("Offset 7, 09:14.");
    expect(await log.count()).toBe(8);
  },
} satisfies LessonJourney;
