import { expect } from "vitest";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "robot-position",
  wrong: "the-move-alone",
  says: "that is the move alone. Where was the robot before this record?",
  async figure(page) {
    const figure = await figureOf(page);
    const slider = figure.getByRole("slider", { name: "How much of the night has happened" });
    const position = figure.getByRole("table", { name: "robots" }).getByRole("row", { name: "robot-1" });
    const log = figure.getByRole("list", { name: "Records of robot-1" }).getByRole("listitem");
    const waitForText = (text: string) => figure.getByText(text).first().waitFor();

    // Two moves: the position is overwritten, the moves are kept, and the map draws them.
    await slider.press("Home");
    for (let step = 0; step < 2; step++) await figure.getByRole("button", { name: "Step" }).press("Enter");
    await waitForText("Offset 1, 02:12. The robot drives 4 m north, to (3, 4). So far 7 m.");
    expect(await position.locator("del").allTextContents()).toEqual(["0"]);
    expect(await log.count()).toBe(2);
    await figure
      .getByRole("img", { name: "the robot is at (3, 4). Its way: (0, 0), (3, 0), (3, 4)." })
      .waitFor();
    await figure.getByRole("img", { name: "the robot is at (3, 4). Its way is not known." }).waitFor();

    // Back at the dock: only the moves know how far it was.
    await slider.press("End");
    await waitForText("to (0, 0). So far 14 m.");
    const guess = async (question: string, answer: string) =>
      figure
        .getByRole("group", { name: question })
        .getByRole("button", { name: answer, exact: true })
        .press("Enter");
    await guess("How far did it drive?", "the position");
    await waitForText("Not quite.");
    await waitForText("14 metres.");
    await guess("Was it ever at the wet paint, at (3, 4)?", "the moves");
    await waitForText("Correct.");
    await figure.getByRole("button", { name: "Look at offset 1" }).press("Enter");
    await waitForText("Offset 1, 02:12.");
  },
} satisfies LessonJourney;
