import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rootFolder } from "../data-folder.ts";
import { exerciseMinutes, questionMinutes, wordsPerMinute } from "./check/minutes-remarks.ts";
import { componentsOfLessons, partTags } from "./check/part-remarks.ts";
import { subcommands } from "./subcommands.ts";

const guide = readFileSync(join(rootFolder, "docs/write-a-lesson.md"), "utf8");

test("the guide has a row for each component of a lesson", () => {
  for (const name of componentsOfLessons) expect(guide).toMatch(new RegExp(`^\\| \`<${name}[ >]`, "m"));
  for (const tag of Object.values(partTags)) expect(guide).toContain(tag.split(" … ")[0]);
});

test("the guide says how the minutes are computed", () => {
  const { fewest, usual, most } = wordsPerMinute;
  expect(guide).toContain(`at ${usual} a minute`);
  expect(guide).toContain(`at ${fewest} to ${most} words a minute`);
  expect(guide).toContain(`${exerciseMinutes.usual} minutes for each point`);
  expect(guide).toContain(`${exerciseMinutes.least} to ${exerciseMinutes.most} minutes for each point`);
  expect([questionMinutes.least, questionMinutes.most]).toEqual([0.5, 1]);
  expect(guide).toContain("half a minute to a minute for each");
});

test("the guide names each command", () => {
  for (const { name } of subcommands) expect(guide).toContain(`npm run lesson -- ${name} `);
});
