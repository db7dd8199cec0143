import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "sealed-ledger",
  wrong: "order-as-written",
  says: "It has its fields in another order than most records have.",
  async figure(page) {
    const figure = await figureOf(page);
    const answer = (question: RegExp, option: string) =>
      figure.getByRole("group", { name: question }).getByRole("button", { name: option }).press("Enter");
    const verdict = figure.getByRole("status");
    await verdict.getByText("The chain does not break").waitFor();

    await answer(/leaves its seal as it is/, "at offset 4");
    await verdict.getByText("The chain breaks at offset 4.").waitFor();
    await figure.getByText("This seal does not belong to these fields.").waitFor();
    // A wrong guess is said to be wrong, and the book shows why.
    await answer(/sealed again, with the new amount/, "nowhere");
    await verdict.getByText("The chain breaks at offset 5.").waitFor();
    await answer(/What finds the change/, "the last seal, which Nadia noted");
    await verdict.getByText("The chain does not break").waitFor();
    await verdict.getByText(/Nadia noted a71340dcbf5f/).waitFor();

    const sealed = figure.getByRole("slider", { name: /Records sealed again/ });
    await sealed.press("ArrowLeft");
    await verdict.getByText("The chain breaks at offset 7.").waitFor();
    await sealed.press("Home");
    await figure.getByRole("checkbox", { name: /280.00/ }).press("Space");
    await figure.getByRole("checkbox", { name: /without the last record/ }).press("Space");
    await verdict.getByText("The chain does not break").waitFor();
    await figure.getByText("no record any more").waitFor();
  },
} satisfies LessonJourney;
