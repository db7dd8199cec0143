import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { GuessAnswer } from "../../../figures/guess/guess-question.tsx";
import { type Evolve, evolve, type Fold, folds, initialState, runFold, wasChanged } from "./folds.ts";
import { scenes } from "./scenes.tsx";
import { type ShopperEvent, shopperLog } from "./shopper-log.ts";
import { afterTheGuess, rightFold } from "./three-folds.tsx";

const lesson = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8").replaceAll(/\s+/g, " ");
const exercise = await readExercise(await openPack(undefined, ["second-cart"]), "second-cart");
const cartsOf = (fold: Pick<Fold, "evolve">, freeze = false) => runFold(fold, shopperLog, freeze);
const [carriesOver, changesItsInput, right] = folds;
const textOf = (drawn: React.ReactElement) => renderToStaticMarkup(drawn).replaceAll(/<[^>]*>/g, " ");

test("the figure's log is the exercise's, alone in its partition from offset 0", () => {
  expect(shopperLog).toEqual(exercise.records.map(({ value }) => JSON.parse(value ?? "null")));
  expect(exercise.records.map(({ position }) => position.offset)).toEqual([...shopperLog.keys()]);
});

test("the lesson's fold ends as the exercise's solution does: socks only", async () => {
  expect(await endOfFold(exercise)).toEqual({ state: cartsOf({ evolve }).steps.at(-1)?.cameOut });
  expect(cartsOf({ evolve }).steps.at(-1)?.cameOut.lines).toEqual({ socks: 1 });
});

test("the one line of the text gives both carts: pants, t-shirt and hat, then socks", () => {
  expect(lesson).toContain("`events.reduce(evolve, initialState())`");
  const after = (offset: number) => shopperLog.slice(0, offset + 1).reduce(evolve, initialState());
  expect(after(6)).toEqual({
    lines: { pants: 1, "t-shirt": 1, hat: 1 },
    status: "checked out",
    ignored: ["s5"],
  });
  expect(after(7).lines).toEqual({});
  expect(after(9).lines).toEqual({ socks: 1 });
});

test("without an initial value, reduce gives the first event to evolve as if it were a cart", () => {
  const given: unknown[] = [];
  (shopperLog as unknown[]).reduce((state, event) => {
    given.push(state);
    return event;
  });
  expect(given[0]).toBe(shopperLog[0]);
});

test("the parcel of the published mistake holds the socks and everything of Wednesday", () => {
  expect(lesson).toContain(
    "The parcel that arrives holds the socks, and also a pair of pants, a t-shirt and a hat.",
  );
  expect(cartsOf(carriesOver).steps.at(-1)?.cameOut.lines).toEqual({
    pants: 1,
    "t-shirt": 1,
    hat: 1,
    socks: 1,
  });
});

test("a fold that only subtracts holds −1 scarves after offset 5, and 0 after the next scarf", () => {
  const subtracts: Evolve = (cart, event) => {
    if (event.type !== "ItemAdded" && event.type !== "ItemRemoved") return cart;
    const { sku, qty } = event.data;
    const change = event.type === "ItemAdded" ? qty : -qty;
    return { ...cart, lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + change } };
  };
  const after5 = shopperLog.slice(0, 6).reduce(subtracts, initialState());
  expect(after5.lines.scarf).toBe(-1);
  const scarf = { ...shopperLog[4], data: { sku: "scarf", qty: 1 } } as ShopperEvent;
  expect(subtracts(after5, scarf).lines.scarf).toBe(0);
});

test("after offset 6 the cart has the lines object that was made at offset 4", () => {
  const { steps } = cartsOf(right);
  expect(steps[6]?.now.lines).toBe(steps[4]?.now.lines);
  expect(steps[4]?.now.lines).not.toBe(steps[3]?.now.lines);
  expect(textOf(createElement(scenes.shared, { events: shopperLog.slice(0, 7) as never }))).toContain(
    "the same object as after offset 4",
  );
});

test("spread copies one level: a change below it reaches the old cart", () => {
  const cart = evolve(initialState(), shopperLog[1] as ShopperEvent);
  const next = { ...cart };
  next.lines.hat = 1;
  expect(cart.lines.hat).toBe(1);
});

test("fold B gives the right carts and changes those that were kept; frozen, it stops at offset 1", () => {
  const carts = (fold: Fold) => cartsOf(fold).steps.map(({ cameOut }) => cameOut.lines);
  expect(carts(changesItsInput)).toEqual(carts(right));
  expect(cartsOf(changesItsInput).steps.filter(wasChanged).length).toBeGreaterThan(2);
  const frozen = cartsOf(changesItsInput, true);
  expect(frozen.steps).toHaveLength(1);
  expect(frozen.threw).toMatch(/pants/);
});

test.each([carriesOver, right])("fold $id changes no cart that came out, frozen or not", (fold) => {
  expect(cartsOf(fold).steps.filter(wasChanged)).toEqual([]);
  expect(cartsOf(fold, true).threw).toBeNull();
});

test.each(folds)(
  "the lines that the figure shows of fold $id do what its function does",
  ({ code, evolve: does }) => {
    const shown = new Function(
      "initialState",
      "evolve",
      `return (cart, event) => { const { sku, qty } = event.data; switch (event.type) { ${code} } return evolve(cart, event); };`,
    )(initialState, evolve) as Evolve;
    expect(runFold({ evolve: shown }, shopperLog, false)).toEqual(
      runFold({ evolve: does }, shopperLog, false),
    );
  },
);

test("a guess is answered in words and with a sign, and only C is right", () => {
  for (const id of ["A", "B", "C"] as const) {
    const said = textOf(createElement(GuessAnswer, { right: id === rightFold, reason: afterTheGuess[id] }));
    expect(said).toContain(id === "C" ? "✓" : "✗");
    expect(said).toContain(afterTheGuess[id]);
  }
});

test("the starter makes the mistake of the lesson: after offset 8 it still holds pants", async () => {
  expect(await courseAnswer("second-cart", "starter")).toContain('{ ...cart, status: "open" }');
});
