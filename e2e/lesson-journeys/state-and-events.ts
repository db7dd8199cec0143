import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "email-history",
  wrong: "start-equals-end",
  says: "The address was changed at offsets 1 and 2.",
  async figure(page) {
    const figure = await figureOf(page);
    const slider = figure.getByRole("slider", { name: "How much has happened to the account" });
    const table = figure.getByRole("region", { name: "A table", exact: true }).getByRole("table");
    const narrated = (says: string) => figure.locator(".step-slider p", { hasText: says }).waitFor();

    // It opens at 02:10: the table strikes out what it overwrites, the log keeps it.
    expect(await table.locator("del").allTextContents()).toEqual(["sanjana@example.com", "2026-01-09 07:40"]);
    await slider.press("Home");
    await narrated("there is no account yet");
    await figure.getByRole("button", { name: "Step" }).press("Enter");
    await narrated("Sanjana registers");

    // The state is lost: guess, then every system says what it gets back.
    const guesses = figure.getByRole("group", { name: "Which system gets the right address back?" });
    await guesses.getByRole("button", { name: "all three" }).press("Enter");
    await figure.getByText("Not quite.").first().waitFor();
    const log = figure.getByRole("region", { name: "A log", exact: true });
    await log.getByText("The log gives sanjana@example.com: right.").waitFor();
    const audit = figure.getByRole("region", { name: "A table and an audit table" });
    await audit.getByText("The audit table gives orders@example.org: wrong.").waitFor();
    await slider.press("ArrowLeft");
    await audit.getByText("The audit table gives orders@example.org: right.").waitFor();

    const asked = figure.getByRole("group", { name: "what was changed at 02:16?" });
    await asked.getByRole("button", { name: "only the log" }).press("Enter");
    await figure.getByText("Correct.").waitFor();
    await figure.getByText("The phone app wrote the row and forgot the audit table.").waitFor();
  },
} satisfies LessonJourney;
