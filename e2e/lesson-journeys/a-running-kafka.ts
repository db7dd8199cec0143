import type { Page } from "playwright-core";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";
import { LessonPage } from "../lesson-page.ts";

export default {
  exercise: "committed-offsets",
  wrong: "reading-removes",
  says: "What does another group still want to read?",
  async figure(page) {
    await settingsOfTheFigure(page);
    await settingsOnKafka(page);
  },
} satisfies LessonJourney;

/** The keyboard alone: a guess, the day on which eight records vanish, and the other settings on that day. */
async function settingsOfTheFigure(page: Page): Promise<void> {
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
  await figure.getByRole("combobox", { name: "Partitions" }).press("ArrowDown");
  await figure
    .getByText(/cart-1.*partition 3/)
    .first()
    .waitFor();
}

/** The lab in the workbench, on a real Kafka: a topic with a retention of five seconds, and what an audit says of it. */
async function settingsOnKafka(page: Page): Promise<void> {
  const patient = { timeout: 60_000 };
  const lesson = new LessonPage(page);
  await lesson.openTool("Lab");
  await lesson.bench.getByRole("button", { name: "Start the lab" }).click();
  const log = lesson.bench.getByRole("region", { name: "The start of a log vanishes" });
  await log.getByLabel("retention.ms").selectOption("5000", patient);
  await log.getByRole("button", { name: "Make the topic" }).click();
  await log.getByRole("button", { name: "Let events flow" }).waitFor(patient);
  const audit = lesson.bench.getByRole("region", { name: "Will this topic lose facts?" });
  await audit.getByRole("button", { name: "Audit" }).click();
  await audit.getByText("Records older than 5 seconds are deleted.", { exact: false }).waitFor(patient);
}
