import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "taken-out",
  wrong: "forgets-at-checkout",
  says: "At offset 5 the log holds CheckedOut. Before it, 1 pair of pants had been taken out.",
  async figure(page) {
    const figure = await figureOf(page);
    expect(await figure.getByRole("slider").count()).toBe(0);
    await figure.getByRole("button", { name: "pants, t-shirts and a hat" }).press("Enter");
    await figure.getByText("At 18:00 the shop knew of pants and t-shirts.").waitFor();

    // At 18:00 the two carts differ, at 18:20 they agree.
    const said = figure.locator(".two-clocks-says");
    await said.filter({ hasText: "At 18:00 the shop knew: pants 1, t-shirt 2." }).waitFor();
    await said.filter({ hasText: "It was true: pants 1, t-shirt 2, hat 1. The two differ." }).waitFor();
    const slider = figure.getByRole("slider", { name: "Time" });
    for (let i = 0; i < 4; i++) await slider.press("ArrowRight");
    await said.filter({ hasText: "At 18:20 the shop knew: t-shirt 2, hat 1." }).waitFor();
    await said.filter({ hasText: "The two agree." }).waitFor();
    await slider.press("Home");
    await said.filter({ hasText: "At 17:35 the shop knew: empty." }).waitFor();

    await figure.getByText("All times as a table").press("Enter");
    const row = figure.getByRole("row", { name: /^17:50/ });
    expect(await row.getByRole("cell").allTextContents()).toEqual([
      "nothing",
      "pants 1, t-shirt 2",
      "pants 1, t-shirt 2, hat 1",
    ]);
  },
} satisfies LessonJourney;
