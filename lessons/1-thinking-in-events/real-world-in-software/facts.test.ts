import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { reducerOf } from "../../../exercises/testing/every-log.ts";
import { grains } from "./grains.ts";
import { narration, placeInWords, positionRows } from "./narration.ts";
import { questions } from "./questions.ts";
import { distanceOf, moves, pathOf, placeAfter, polarOf, wasAt, wetPaint } from "./robot-night.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const lesson = read("./lesson.mdx");

async function fold(exercise: string, answer: string, events: readonly unknown[]) {
  const { initialState, evolve } = reducerOf(await courseAnswer(exercise, answer));
  return events.reduce((state, event) => evolve(state as never, event as never), initialState() as unknown);
}

test("figure and scenes are about the log that the exercises fold, and compute what their solutions compute", async () => {
  const records = read("../../../exercises/robot-position/log.ndjson").trim().split("\n");
  expect(moves).toEqual(records.map((line) => JSON.parse(line).event));
  for (const end of [0, 1, 2, 3, 4]) {
    const night = moves.slice(0, end);
    expect(placeAfter(night)).toEqual(await fold("robot-position", "solution", night));
    expect(await fold("robot-distance", "solution", night)).toMatchObject({ distance: distanceOf(night) });
  }
});

test("the robot drove 14 metres, over the corner with the wet paint, and is back at its dock", async () => {
  expect(pathOf(moves).map(placeInWords)).toEqual(["(0, 0)", "(3, 0)", "(3, 4)", "(0, 4)", "(0, 0)"]);
  expect(distanceOf(moves)).toBe(3 + 4 + 3 + 4);
  expect(lesson).toContain("3 + 4 + 3 + 4, which is 14 metres");
  expect(wetPaint).toEqual(placeAfter(moves.slice(0, 2)));
  expect(lesson).toContain("it was at (3, 4), after offset 1");
  expect(await fold("robot-distance", "solution", moves)).toMatchObject({ visited: { "north-east": true } });
});

test("computed from the position, the distance at the end is 0", async () => {
  expect(await fold("robot-distance", "wrong/from-the-position", moves)).toMatchObject({ distance: 0 });
});

test("the starter forgets the metres to the north, and ends at the right place all the same", async () => {
  expect(await fold("robot-position", "starter", moves.slice(0, 2))).toEqual({ x: 3, y: 0 });
  expect(await fold("robot-position", "starter", moves)).toEqual({ x: 0, y: 0 });
});

test("(3, 4) is 5 metres away, at 53.1 degrees, and back", () => {
  const { metres, degrees } = polarOf({ x: 3, y: 4 });
  expect(metres).toBe(5);
  expect(degrees.toFixed(1)).toBe("53.1");
  expect(metres * Math.cos((degrees * Math.PI) / 180)).toBeCloseTo(3);
  expect(lesson).toContain("5 metres from the dock, 53.1 degrees to the left of east");
});

test("the moves answer what the position cannot", () => {
  expect(questions.map(({ right }) => right)).toEqual(["both", "the moves", "the moves", "neither"]);
  expect(questions[1]?.moves).toBe("14 metres.");
  expect(questions[2]).toMatchObject({ moves: "Yes, after offset 1.", look: 1 });
  // A night without a move has the same position, and another answer to both questions.
  expect(placeAfter([])).toEqual(placeAfter(moves));
  expect([distanceOf([]), wasAt([], wetPaint)]).toEqual([0, false]);
});

test("a night in events of three sizes: 1, 4 and 14 records", () => {
  expect(grains.map(({ records }) => records)).toEqual([1, 4, 14]);
  expect(grains.map(({ atThePaint }) => atThePaint)).toEqual(["does not say", "yes", "yes"]);
  expect(lesson).toContain("needs 14 records instead of four");
});

test("a thousand robots with ten moves a second make 864 million records a day", () => {
  expect(1000 * 10 * 24 * 60 * 60).toBe(864_000_000);
  expect(lesson).toContain("864 million records a day");
});

test("a step is told from its record and what it did", () => {
  expect(narration([])).toBe("Before offset 0: the robot is at its dock, at (0, 0).");
  expect(narration(moves.slice(0, 3))).toBe(
    "Offset 2, 02:15. The robot drives 3 m west, to (0, 4). So far 10 m.",
  );
  expect(positionRows(moves.slice(0, 3))[0]?.cells).toEqual([
    { value: "robot-1" },
    { value: "0", overwrote: "3" },
    { value: "4" },
  ]);
});

test("each question of the quiz has one right option", () => {
  const quiz = parse(read("./quiz.yaml")) as { options: { right?: boolean }[] }[];
  expect(quiz).toHaveLength(3);
  for (const { options } of quiz) expect(options.filter(({ right }) => right)).toHaveLength(1);
});
