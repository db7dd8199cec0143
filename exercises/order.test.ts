import { describe, expect, test } from "vitest";
import { foldCasesIn } from "../engine/grading/fold-cases.ts";
import { predictMistakes } from "../engine/grading/grade-prediction.ts";
import { Grader } from "../engine/grading/grader.ts";
import { orderMistakes, piecesOf } from "../engine/grading/line-ordering.ts";
import { ReferenceSolution } from "../engine/grading/reference-solution.ts";
import { loadNodeEngine } from "../engine/sandbox/node-engine.ts";
import { readCatalog } from "./catalog.ts";

const fold = foldCasesIn(await loadNodeEngine());
const { exercises } = await readCatalog();

const ordered = exercises.flatMap(({ order, ...exercise }) =>
  order === undefined ? [] : [{ ...exercise, order }],
);

describe.each(ordered)("the lines of $id", (exercise) => {
  test("pass in their order, and no decoy does as well as one of them", async () => {
    const grader = new Grader(exercise, fold, 1);
    expect(await orderMistakes(exercise.order, (source) => grader.find(source))).toEqual([]);
  });

  test("fit a phone: none is longer than 72 characters", () => {
    const lines = piecesOf(exercise.order, 1).pieces.flatMap((piece) => piece.split("\n"));
    expect(lines.filter((line) => line.trim().length > 72)).toEqual([]);
  });
});

test.each(exercises.filter(({ predict }) => predict.length > 0))(
  "the steps that $id asks to predict are steps of its log",
  async (exercise) => {
    const { reference } = await new ReferenceSolution(exercise, fold, 1).own();
    expect(predictMistakes(exercise.predict, reference)).toEqual([]);
  },
);

test("the first exercise of each lesson exists as lines to be put in order", () => {
  const firsts = exercises.filter(({ lesson, optional }) => lesson !== undefined && !optional);
  expect(firsts.filter(({ order }) => order === undefined).map(({ id }) => id)).toEqual([]);
});
