import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openPack, readExercise } from "../../../../exercises/catalog.ts";
import { endOfFold } from "../../../../exercises/end-of-fold.ts";
import { eventTypes } from "./event-types.ts";

const text = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8");
const exercise = await readExercise(await openPack(undefined, ["EXERCISE"]), "EXERCISE");
const { records } = exercise;

// TODO: recompute here every number and every state that the text prints.
test("the lesson says how many records the log has", () => {
  expect(text).toContain(`The log of this lesson has ${records.length} records.`);
  expect(text).toContain(`a log of ${records.length} records`);
});

test("the lesson says what the fold of the log ends with", async () => {
  expect(await endOfFold(exercise)).toHaveProperty(["PARTS"], "VALUE");
  expect(text).toContain(`At the end of this one, \`PATH\` is \`VALUE\`.`);
});

test("the figure has the events of the log", () => {
  expect(eventTypes).toEqual(records.map(({ value }) => JSON.parse(value ?? "null").type));
  expect(text).toContain(`The first event is \`${eventTypes[0]}\`.`);
});
