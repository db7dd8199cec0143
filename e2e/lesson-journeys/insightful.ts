import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "hesitations",
  wrong: "pairs-across-carts",
  says: "that is the time since offset 6, which is about cart-22",
  async figure(page) {
    const figure = await figureOf(page);
    await figure.getByRole("button", { name: "three of them" }).press("Enter");
    await figure.getByText("Not quite.").waitFor();
    const meter = figure.getByRole("region", { name: "The interest meter" });
    const visit = meter.getByRole("list", { name: "The visit of Yeva" });
    await visit.getByRole("button").first().press("ArrowRight");
    await meter.getByText("10:03:05, offset 11: +1 pants.").waitFor();
    await page.keyboard.press("End");
    await meter.getByText("10:06:00, offset 18: checked out.").waitFor();
    const row = meter.getByRole("row", { name: "pants" });
    expect(await row.getByRole("cell").allTextContents()).toEqual(["4", "1", "nothing"]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await meter.getByText("A hesitation of 35 seconds.").waitFor();

    // Another shopper: the visit begins again.
    await meter.getByRole("radio", { name: "Bob" }).press("Space");
    await meter.getByText("10:00:25, offset 2: cart opened.").waitFor();
    await meter.getByText("Nothing was put in yet.").waitFor();
  },
} satisfies LessonJourney;
