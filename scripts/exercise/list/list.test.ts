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
