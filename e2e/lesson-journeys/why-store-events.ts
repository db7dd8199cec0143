import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "abandoned-items",
  wrong: "counts-each-removal",
  says: "c3 took it out 2 times",
  async figure(page) {
    const figure = await figureOf(page);
    const scale = figure.getByRole("region", { name: "A scale for a decision" });
    await scale.getByRole("button", { name: "a table", exact: true }).press("Enter");
    await scale.getByText("✓ Correct.").waitFor();
    await scale.getByRole("slider", { name: "What is the past worth?" }).press("End");
    await scale.getByText(/The needle is at \d+ of 100/).waitFor();
    await scale.getByRole("radio", { name: "The sign-up form of a newsletter" }).press("ArrowUp");
    await scale.getByRole("button", { name: "a table", exact: true }).press("Enter");
    await scale.getByText("✗ Not quite.").waitFor();
    const question = figure.getByRole("region", { name: "A late question to an old log" });
    await question.getByRole("button", { name: "longer than 10 min" }).press("Enter");
    await question.getByText(/This browser folded 100,000 events in .* events a second/).waitFor();
    await question.getByRole("img", { name: /^Taken out again, of 100 additions: hat/ }).waitFor();
    await question.getByRole("slider").press("Home");
    await question.getByText(/^1,000 events: /).waitFor();
  },
} satisfies LessonJourney;
