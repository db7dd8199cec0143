import type { Page } from "playwright-core";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";
import { LessonPage } from "../lesson-page.ts";

export default {
  exercise: "lost-update",
  wrong: "compares-values",
  says: "Both say 2 t-shirts, and your code saved.",
  async figure(page) {
    await raceOfTheFigure(page);
    await raceOnPostgres(page);
  },
} satisfies LessonJourney;

/** The keyboard alone: a lost update by hand, a guess, and an order that a version saves. */
async function raceOfTheFigure(page: Page): Promise<void> {
  const figure = await figureOf(page);
  const next = (name: string) =>
    figure.getByRole("button", { name: `Run ${name}’s next statement` }).press("Enter");
  for (const name of ["Sanjana", "Yeva", "Sanjana"]) await next(name);
  await next("Yeva");
  await figure.getByRole("button", { name: "Yeva waits" }).waitFor();
  await next("Sanjana");
  await next("Yeva");
  await figure.getByText("The row holds 2. Both pressed +").waitFor();
  await figure
    .getByRole("group", { name: /^Guess/ })
    .getByRole("button", { name: "2", exact: true })
    .press("Enter");
  await figure.getByText("Not quite.").waitFor();
  await figure.getByText("18 of 20 orders lose a press.").first().waitFor();
  await figure.getByRole("radio", { name: "Version column" }).press("Space");
  await figure.getByText("0 of 20 orders lose a press.").waitFor();
  await figure.getByRole("button", { name: "ABAABB 2 no press is lost" }).press("Enter");
  await figure.getByText("Yeva’s program sees “0 rows changed”").waitFor();
}

/** The lab in the workbench, on a real PostgreSQL: the naive scripts lose an update, those with a version do not. */
async function raceOnPostgres(page: Page): Promise<void> {
  const lesson = new LessonPage(page);
  await lesson.openTool("Lab");
  const lab = lesson.bench.getByRole("region", { name: "Database", exact: true });
  await lab.getByRole("button", { name: "Start the lab" }).click();
  const runAll = lab.getByRole("button", { name: "Run every interleaving" });
  await runAll.click();
  await lab.getByText("18 of 20 interleavings lose an update.").waitFor();
  await lab.getByLabel("Example").selectOption({ label: "A version column" });
  await runAll.click();
  await lab.getByText("The scripts are right: none of their 20 interleavings loses an update.").waitFor();
}
