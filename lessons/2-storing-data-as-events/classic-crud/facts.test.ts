import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../../engine/fold/json.ts";
import { stateAt } from "../../../engine/fold/states-of-trace.ts";
import { foldCasesIn } from "../../../engine/grading/fold-cases.ts";
import { ReferenceSolution } from "../../../engine/grading/reference-solution.ts";
import { countInterleavings, interleavings } from "../../../engine/labs/database/interleavings.ts";
import { recordedOrders } from "../../../engine/labs/database/recorded-orders.ts";
import { examples } from "../../../engine/labs/database/scripts.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { databaseLabWords } from "../../../language/english/database-lab.ts";
import { toolWords } from "../../../language/english/explore-tools.ts";
import { Answer } from "./figure.tsx";
import {
  designIds,
  endOf,
  losesUpdate,
  type Race,
  runNext,
  runOrder,
  startRace,
  statementsOf,
} from "./race.ts";
import { describeLast } from "./race-words.ts";

const lesson = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8");
const exercise = await readExercise(await openPack(undefined, ["lost-update"]), "lost-update");
const events = exercise.records.map(({ value }) => JSON.parse(value ?? "null"));

describe("the evening in the workbench", () => {
  let states: JsonObject[];
  beforeAll(async () => {
    const { reference } = await new ReferenceSolution(exercise, foldCasesIn(await loadNodeEngine()), 1).own();
    states = reference.steps.map(({ index }) => stateAt(reference, index) as JsonObject);
  });
  const cartAfter = (offset: number, design: string) => states[offset]?.[design] as JsonObject;

  test("both press + on 1, two seconds apart: the naive row holds 2, the versioned row refuses Yeva, the log has 3", () => {
    expect(events.slice(2, 4).map(({ metadata }) => metadata.occurredAt.slice(11, 19))).toEqual([
      "18:01:02",
      "18:01:04",
    ]);
    expect(cartAfter(1, "applyNaive")).toMatchObject({ qty: 1, shown: { sanjana: 1, yeva: 1 } });
    expect(cartAfter(2, "applyNaive").qty).toBe(2);
    expect(cartAfter(3, "applyNaive").qty).toBe(2);
    expect(cartAfter(3, "applyWithVersion")).toMatchObject({ qty: 2, version: 2, refused: ["yeva"] });
    expect(cartAfter(3, "applyAsEvents").qty).toBe(3);
    for (const said of ["18:01:02", "updated 18:01:04", "After offset 3 its quantity is 2"])
      expect(lesson).toContain(said);
  });

  test("five presses arrived, one of them a −; at the end a quantity has returned and its version has not", () => {
    const presses = events.filter(({ type }) => type === "ButtonPressed").map(({ data }) => data.change);
    expect(presses).toEqual([1, 1, 1, -1, 1]);
    expect(lesson).toContain("Five presses arrived, and one of them was a −.");
    expect(cartAfter(4, "applyWithVersion")).toMatchObject({ shown: { sanjana: { qty: 2, version: 2 } } });
    expect(cartAfter(8, "applyWithVersion")).toMatchObject({ qty: 2, version: 4 });
    expect(cartAfter(9, "applyWithVersion")).toMatchObject({ qty: 2, refused: ["yeva", "sanjana"] });
    expect([cartAfter(9, "applyNaive").qty, cartAfter(9, "applyAsEvents").qty]).toEqual([3, 4]);
  });
});

describe("the orders of two scripts", () => {
  test("three statements in each of two sessions have 20 orders, and 18 of them lose a press", () => {
    expect(statementsOf("read-then-write")).toHaveLength(3);
    expect(countInterleavings(3, 3)).toBe(20);
    expect(recordedOrders["read-then-write"].filter(losesUpdate)).toHaveLength(18);
    const safe = recordedOrders["read-then-write"].filter((order) => !losesUpdate(order));
    expect(safe.map(({ order }) => order)).toEqual(["AAABBB", "BBBAAA"]);
  });

  test.each(designIds.slice(1))("no order of %s loses a press", (design) => {
    expect(recordedOrders[design].filter(losesUpdate)).toEqual([]);
  });

  test.each(designIds)("the figure ends every order of %s as PostgreSQL did", (design) => {
    const { length } = statementsOf(design);
    const orders = [...interleavings(length, length)].map((order) => order.join(""));
    expect(recordedOrders[design].map(({ order }) => order)).toEqual(orders);
    for (const { order, qty, answers } of recordedOrders[design])
      expect([order, endOf(runOrder(design, order))]).toEqual([order, { qty, answers }]);
  });

  test("the second UPDATE waits for the first commit, and then writes what was computed from the old value", () => {
    const run = (race: Race, ...names: ("A" | "B")[]) => names.reduce(runNext, race);
    const waiting = run(startRace("read-then-write"), "A", "B", "A", "B");
    expect(describeLast(waiting)).toContain("Yeva’s statement waits");
    expect(runNext(waiting, "B")).toBe(waiting);
    const freed = run(waiting, "A");
    expect(describeLast(freed)).toBe(
      "Sanjana’s session commits. Her page says “Saved”. Yeva’s UPDATE now writes 2. Nobody else sees it before the commit.",
    );
    expect(describeLast(run(freed, "B"))).toContain("The row holds 2. Both pressed +");
    // With a lock, it reads after the wait, as the text says.
    expect(describeLast(run(startRace("row-lock"), "A", "B", "A", "A"))).toContain("session now reads 2");
    const refused = run(startRace("version-column"), "A", "B", "A", "A", "B", "B");
    expect(describeLast(refused)).toContain("Yeva’s program sees “0 rows changed”");
    expect(describeLast(refused)).toContain("There is nothing to save.");
  });
});

test("the lab begins with the two scripts of the text, and has what the text tells the reader to press", () => {
  const [first] = examples;
  expect(first).toMatchObject({ id: "read-then-write", isolation: "read committed" });
  expect(exercise.lab).toBe("database");
  expect(lesson).toContain(`choose **${toolWords.lab.title}**`);
  expect(lesson).toContain(`**${databaseLabWords.everyOrder}**`);
  expect(databaseLabWords.allRight(20)).toContain("The scripts are right");
});

test("a right guess is told from a wrong one by words and a sign", () => {
  const said = (guess: number) => renderToStaticMarkup(createElement(Answer, { guess }));
  expect(said(18)).toMatch(/✓.*Correct\./);
  for (const guess of [0, 2, 10]) expect(said(guess)).toMatch(/✗.*Not quite\./);
});
