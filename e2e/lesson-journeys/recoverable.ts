import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "interest-repair",
  wrong: "rounds-down",
  says: "The exact interest is 22.59 cents",
  async figure(page) {
    const figure = await figureOf(page);
    const repairs = figure.getByRole("region", { name: "Two logs, three repairs" });
    await repairs.getByRole("button", { name: "Fix the code, fold again" }).press("Enter");
    await repairs.getByText("✓ Correct.").waitFor();
    await repairs.getByRole("radio", { name: "the log says that interest is due" }).press("ArrowDown");
    await repairs.getByRole("button", { name: "Fix the code, fold again" }).press("Enter");
    await repairs.getByText("✗ Not quite.").waitFor();
    await repairs.getByText("8,041, wrong").first().waitFor();
    await repairs.getByRole("radio", { name: "Fix the code, fold again" }).press("ArrowDown");
    await repairs.getByText("Offsets 5 and 6 are the corrections").waitFor();
    const bank = figure.getByRole("region", { name: "Replay a whole bank" });
    await bank.getByRole("button", { name: "between 0.1 and 10 s" }).press("Enter");
    await bank.getByText(/This browser folded 100,000 events in .* events a second/).waitFor();
    await bank.getByText(/The replay changed [\d,]+ of 1,000 accounts/).waitFor();
    await bank.getByRole("slider").press("End");
    await bank.getByText(/10,000,000,000 events: /).waitFor();
  },
} satisfies LessonJourney;
