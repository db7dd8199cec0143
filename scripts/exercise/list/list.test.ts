import { expect, test } from "vitest";
import { readPack } from "../../../exercises/pack.ts";
import { courseFolder } from "../chosen-exercises.ts";
import { rowOf, table } from "./command.ts";

test("the list has a row for each exercise, as wide as its widest value", async () => {
  const { exercises } = await readPack(courseFolder);
  const rows = exercises.map(rowOf);
  expect(rows.find(({ id }) => id === "cart-decide")).toMatchObject({
    title: "Three lines and no more",
    kind: "decider",
    level: "course",
    lesson: "cqrs",
    wrong: 12,
  });
  const lines = table(rows).split("\n");
  expect(lines).toHaveLength(rows.length + 1);
  const column = lines[0]?.indexOf("title") ?? -1;
  for (const line of lines.slice(1)) expect(line[column - 1]).toBe(" ");
});

test("of an exercise with predictions the list says how many states are predicted", async () => {
  const { exercises } = await readPack(courseFolder);
  const rows = exercises.map(rowOf).filter(({ id }) => id === "drawer-corrections");
  const { predict } = exercises.find(({ id }) => id === "drawer-corrections") ?? { predict: [] };
  expect(rows).toMatchObject([{ kind: "predict", checks: 0, states: predict.length }]);
  expect(table(rows).split("\n")[1]).toContain(` ${predict.length} states `);
});
