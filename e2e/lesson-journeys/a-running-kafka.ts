import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "topic-audit",
  wrong: "one-policy-only",
  says: "At offset 7, parcels is a topic of events with 3 replicas.",
  async figure(page) {
    const figure = await figureOf(page);
    await figure.getByRole("button", { name: "the last 7 records" }).press("Enter");
    await figure.getByText("Not quite.").waitFor();
    await figure.getByText("A new reader gets 11 of 11 records.").waitFor();
    const day = figure.getByRole("slider", { name: "Day" });
    for (let i = 0; i < 4; i++) await day.press("ArrowRight");
    await figure.getByText("A new reader gets 7 of 15 records.").waitFor();
    await figure.getByText("when its newest record is older than 7 days").waitFor();
    await figure.getByLabel("retention.ms").press("End");
    await figure.getByText("A new reader gets 15 of 15 records. The fold is right.").waitFor();
    await figure.getByLabel("cleanup.policy").press("End");
    await figure.getByText("only the newest record of each item is left").waitFor();
    await figure.getByLabel("Partitions").press("ArrowDown");
    await figure
      .getByText(/cart-1.*partition 3/)
      .first()
      .waitFor();
  },
} satisfies LessonJourney;
