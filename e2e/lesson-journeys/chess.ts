import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "chess-moves",
  wrong: "swaps",
  says: "Your board shows a white pawn on e5 and a black pawn on d4.",
  async figure(page) {
    const figure = await figureOf(page);
    const read = figure.getByRole("slider", { name: "Records read" });
    await read.press("Home");
    await figure.getByText("0 of 33").waitFor();
    await read.press("End");
    await figure.getByText("33 of 33").waitFor();
    // A guess is answered with the reason.
    const question = "Who may still castle?";
    await figure
      .getByRole("group", { name: `What is enough to tell: ${question}` })
      .getByRole("button", { name: "FEN" })
      .press("Enter");
    await figure.getByText("1 of 1 guessed right.").waitFor();
    await figure.getByText("a letter for each right").waitFor();
  },
} satisfies LessonJourney;
