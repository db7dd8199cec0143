import { expect, test } from "vitest";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { labs } from "../../labs/lab-list.ts";
import { tools } from "./tools.tsx";

const isShown = (exercise: Partial<Exercise>) =>
  tools.find(({ name }) => name === "lab")?.isFor?.(exercise as Exercise);

test("the tool Lab is there where the exercise names a lab that the site has, and nowhere else", () => {
  expect(isShown({})).toBe(false);
  for (const { id } of labs) expect(isShown({ lab: id })).toBe(true);
  expect(isShown({ lab: "no-such-lab" as "cluster" })).toBe(false);
});
