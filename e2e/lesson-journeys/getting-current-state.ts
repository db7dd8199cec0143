import { expect } from "vitest";
import { afterTheGuess } from "../../lessons/2-storing-data-as-events/getting-current-state/three-folds.tsx";
import { figureOf, type LessonJourney } from "../lesson-journey.ts";

export default {
  exercise: "second-cart",
  wrong: "carries-over",
  says: "At offset 7 a new cart was opened. Your cart holds 1 pair of pants, 1 t-shirt and 1 hat",
  async figure(page) {
    const figure = await figureOf(page);
    const said = figure.locator(".step-slider p");
    const carts = (id: string) => figure.getByRole("table", { name: `Carts of fold ${id}` });
    const row = (id: string, offset: number) =>
      carts(id)
        .getByRole("row")
        .nth(offset + 1);

    // Nothing runs before the guess. A wrong one is told by words and a sign.
    expect(await figure.getByRole("slider").count()).toBe(0);
    await figure.getByRole("button", { name: "B", exact: true }).press("Enter");
    await figure.getByText(afterTheGuess.B).waitFor();

    // Fold B: the cart after offset 1 is right when it comes out, and is changed later.
    const slider = figure.getByRole("slider", { name: "Records folded" });
    await slider.press("End");
    await said.filter({ hasText: "Offset 9, Fri 12:33" }).waitFor();
    expect(await row("B", 1).getByRole("cell").allTextContents()).toEqual([
      "pants 2",
      "✗ pants 2, t-shirt 1 (changed later)",
    ]);
    const freeze = figure.getByRole("checkbox", { name: /Freeze every cart/ });
    await freeze.press("Space");
    await said.filter({ hasText: "At offset 1, fold B stopped" }).waitFor();
    await freeze.press("Space");

    // Fold A packs Wednesday's things once more, fold C packs socks.
    await figure.getByRole("radio", { name: "Fold A" }).press("Space");
    await said.filter({ hasText: "pants 1, t-shirt 1, hat 1, socks 1; checked out" }).waitFor();
    await figure.getByRole("radio", { name: "Fold A" }).press("ArrowLeft");
    await said.filter({ hasText: "The cart that comes out: socks 1; checked out" }).waitFor();
    expect(await carts("C").getByText("changed later").count()).toBe(0);

    await row("C", 6).getByRole("button").press("Enter");
    await said.filter({ hasText: "Offset 6, Wed 18:11, CheckedOut" }).waitFor();
    await figure.getByRole("button", { name: "Step" }).press("Enter");
    await said.filter({ hasText: "The cart that comes out: no lines; open" }).waitFor();
  },
} satisfies LessonJourney;
