import { expect, test } from "vitest";
import { freshExercise } from "../../exercise/exercise-memory.ts";
import { openedWorkspace } from "./open-shared-link.ts";

const starter = "export const a = 1;";
const mine = { ...freshExercise, code: "mine", cursor: 4 };

test("a link's code takes the place of the learner's own, which is set aside with its place", () => {
  expect(openedWorkspace(mine, { code: "theirs", step: 2 }, starter)).toMatchObject({
    code: "theirs",
    cursor: 2,
    form: "code",
    aside: { code: "mine", cursor: 4 },
  });
});

test("a second link sets the learner's own aside, and not the first link's code", () => {
  const first = { ...mine, ...openedWorkspace(mine, { code: "theirs", step: 2 }, starter) };
  expect(openedWorkspace(first, { code: "another", step: 0 }, starter).aside).toEqual({
    code: "mine",
    cursor: 4,
  });
});

test("a link to a step leaves the code alone, and so does one with the same code", () => {
  expect(openedWorkspace(mine, { step: 3 }, starter)).toEqual({ cursor: 3 });
  expect(openedWorkspace(mine, { code: "mine", step: 3 }, starter)).toEqual({ cursor: 3 });
  expect(openedWorkspace(freshExercise, { code: starter, step: 3 }, starter)).toEqual({ cursor: 3 });
});
