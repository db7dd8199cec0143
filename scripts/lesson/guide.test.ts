import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { minutesPerQuestion, wordsPerMinute } from "../../site/src/lessons/lesson-minutes.ts";
import { rootFolder } from "../data-folder.ts";
import { exerciseMinutes } from "./check/minutes-remarks.ts";
import { componentsOfLessons, partTags } from "./check/part-remarks.ts";
import { longestSentence } from "./check/prose-remarks.ts";
import { subcommands } from "./subcommands.ts";

const guide = readFileSync(join(rootFolder, "docs/write-a-lesson.md"), "utf8");

test("the guide has a row for each component of a lesson", () => {
  for (const name of componentsOfLessons) expect(guide).toMatch(new RegExp(`^\\| \`<${name}[ >]`, "m"));
  for (const tag of Object.values(partTags)) expect(guide).toContain(tag.split(" … ")[0]);
});

test("the guide says how the minutes are computed", () => {
  expect(guide).toContain(`at ${wordsPerMinute} a minute`);
  expect(guide).toContain(`${minutesPerQuestion} minutes for each`);
  expect(guide).toContain(`${exerciseMinutes.usual} minutes for each point`);
  expect(guide).toContain(`${exerciseMinutes.least} to ${exerciseMinutes.most} minutes for each point`);
});

test("the guide says how long a sentence may be", () => {
  expect(guide).toContain(`a sentence of more than ${longestSentence} words`);
});

test("the guide names each command", () => {
  for (const { name } of subcommands) expect(guide).toContain(`npm run lesson -- ${name} `);
});
