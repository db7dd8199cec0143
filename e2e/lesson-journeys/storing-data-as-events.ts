import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "cart-set-quantity",
  wrong: "stores-the-command",
  says: "answered with SetQuantity.",
  async figure(page) {
    const figure = await figureOf(page);
    const log = (recording: string) =>
      figure.getByRole("list", { name: `The cart, written down as ${recording}` });

    // Three ways to write the same saves down, chosen by the arrow keys.
    await log("whole carts").getByText("t-shirt 3, hat 1").waitFor();
    await figure.getByRole("radio", { name: "whole carts" }).press("ArrowDown");
    await log("new values").getByText("t-shirt = 3").waitFor();
    await figure.getByRole("radio", { name: "new values" }).press("ArrowDown");
    await log("domain events").getByText("t-shirt +2 at 15.00").waitFor();

    // A guess opens the log that answers, with the records that say it.
    const guess = (question: RegExp, answer: string) =>
      figure.getByRole("group", { name: question }).getByRole("button", { name: answer }).press("Enter");
    await guess(/^Every record before the newest/, "only domain events");
    await figure.getByText("Not quite.").first().waitFor();
    await log("whole carts").waitFor();
    expect(await figure.locator(".log-line.marked").allTextContents()).toEqual([
      expect.stringContaining("t-shirt 1, socks 1"),
    ]);
    await guess(/^How many hats/, "all three");
    await guess(/^The hats left/, "only domain events");
    await guess(/^What did one t-shirt cost/, "only domain events");
    await guess(/^Why did she/, "none of them");
    await figure
      .getByText("whole carts answered 2, new values answered 1, domain events answered 3.")
      .waitFor();
  },
} satisfies LessonJourney;
