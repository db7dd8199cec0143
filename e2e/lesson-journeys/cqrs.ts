import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "cart-decide",
  wrong: "exactly-three",
  says: "The cart already held",
  async figure(page) {
    const figure = await figureOf(page);
    const shop = figure.getByRole("region", { name: "Send commands to the shop" });
    // Time passes only when a record is read: with ten seconds for each, the views are behind when we look.
    await shop.getByRole("slider").press("End");
    await shop.getByRole("button", { name: "Add socks" }).press("Enter");
    await shop.getByText(/refused/).waitFor();
    await shop.getByRole("button", { name: "Take out the hat" }).press("Enter");
    await shop.getByText("accepted at offset 4").waitFor();
    await shop.getByText(/Both views show the log up to offset 3, 1 record behind/).waitFor();
    await shop.getByRole("slider").press("Home");
    await shop.getByText(/Both views show the log up to offset 4, the end of the log/).waitFor();
    await shop.getByRole("button", { name: "Add socks" }).press("Enter");
    await shop.getByText("accepted at offset 5").waitFor();
  },
} satisfies LessonJourney;
