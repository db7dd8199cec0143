import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "taxi-ride",
  wrong: "cancels-the-ride",
  says: "Does this record say more than that the driver left?",
  async figure(page) {
    const figure = await figureOf(page);
    const slider = figure.getByRole("slider", { name: "How much of the evening has happened" });
    const driver = figure.getByRole("table", { name: "ride-7" }).getByRole("row", { name: "driver" });
    const log = figure.getByRole("list", { name: "Records of ride-7" }).getByRole("listitem");
    const waitForText = (text: string | RegExp) => figure.getByText(text).first().waitFor();

    // Before the first record; at offset 2 the driver has left.
    expect(await log.count()).toBe(0);
    await slider.press("Home");
    for (let step = 0; step < 3; step++) await figure.getByRole("button", { name: "Step" }).press("Enter");
    await waitForText("driver: d1, now nobody.");
    expect(await driver.textContent()).toContain("null");
    expect(await log.count()).toBe(3);

    // Guess, delete the state, and get it back from the log.
    expect(await figure.getByRole("button", { name: "Delete the state" }).count()).toBe(0);
    await figure.getByRole("button", { name: "the state", exact: true }).press("Enter");
    await waitForText("Correct.");
    await figure.getByRole("button", { name: "Delete the state" }).press("Enter");
    await waitForText("The state is deleted.");
    await figure.getByRole("button", { name: "Compute it again from the log" }).press("Enter");
    await waitForText(/Offset 5, 19:16/);
    expect(await driver.textContent()).toContain("d2");

    // Delete the log: three logs end in this state, and a backup is the only way back.
    await figure.getByRole("button", { name: "Delete the log" }).press("Enter");
    await figure.getByRole("button", { name: "Compute it again from the state" }).press("Enter");
    await waitForText("Three of the logs that end in this state");
    expect(await log.count()).toBe(0);
    await figure.getByRole("button", { name: "Bring it back from a backup" }).press("Enter");
    await log.nth(5).waitFor();
  },
} satisfies LessonJourney;
