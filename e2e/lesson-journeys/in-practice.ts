import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "fold-by-key",
  wrong: "forgets-the-others",
  says: "Your cart-1 went from 2 pairs of pants to nothing.",
  async figure(page) {
    const figure = await figureOf(page);
    const hash = figure.getByRole("region", { name: "Where does a key go?" });
    await hash.getByText("cart-1 goes to partition 0 of 3.").waitFor();
    await hash.getByRole("slider", { name: "Partitions" }).press("ArrowRight");
    await hash.getByText("cart-1 goes to partition 3 of 4.").waitFor();
    await hash.getByRole("button", { name: "cart-2" }).press("Enter");
    await hash.getByText("cart-2 goes to partition 0 of 4.").waitFor();

    const topic = figure.getByRole("region", { name: "The topic grows while the shop is open" });
    await topic.getByRole("button", { name: "two of them" }).press("Enter");
    await topic.getByText("Not quite.").waitFor();
    await topic.getByRole("slider", { name: "Records sent" }).press("End");
    const row = topic.getByRole("row", { name: "cart-1" });
    await row.getByText("of partition 3: empty; checked out").waitFor();
    await row.getByText("of partition 0: pants 2, hat 1; open").waitFor();
    await topic.getByRole("button", { name: "Back" }).press("Enter");
    await topic.getByText("09:12, cart-1: checked out. It is in partition 3, at offset 2.").waitFor();

    // The same records in a topic that did not grow: nothing is split.
    await topic.getByRole("radio", { name: "3" }).press("Space");
    await row.getByText("of partition 0: pants 1, hat 1; checked out").waitFor();
    expect(await topic.getByText("Split:").count()).toBe(0);
  },
} satisfies LessonJourney;
