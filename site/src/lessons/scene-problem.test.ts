import { expect, test } from "vitest";
import { sceneProblem } from "./scene-problem.ts";

const records = [0, 1, 2].map((offset) => ({ position: { topic: "course.carts", partition: 0, offset } }));

test.each([{ offset: 2 }, { offset: -1 }, { beside: "table" }, { offset: 1, without: [0, 2] }])(
  "nothing is wrong with %j",
  (scene) => {
    expect(sceneProblem(scene, records, ["table"])).toBe("");
  },
);

test("a scene that shows nothing is named", () => {
  expect(sceneProblem({}, records, [])).toContain("It shows nothing.");
});

test.each([{ offset: 3 }, { offset: 0, without: [3] }])(
  "an offset that the log does not have: %j",
  (scene) => {
    expect(sceneProblem(scene, records, [])).toBe(
      "The log of the lesson's first exercise has no offset 3. It has 0 to 2.",
    );
  },
);

test("a component that the lesson does not have", () => {
  expect(sceneProblem({ beside: "tabel" }, records, ["table"])).toBe(
    'The lesson\'s scenes.tsx exports no "tabel". It exports table.',
  );
});
