import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { slugsIn } from "../../exercises/catalog.ts";
import { abilities, abilitiesOf } from "../../lessons/abilities.ts";
import { course, modules, plannedLesson } from "../../lessons/course.ts";
import { courseFolder } from "../exercise/chosen-exercises.ts";
import { lessonFolders } from "./lesson-folders.ts";

const exercises = await slugsIn(courseFolder);
const written = (await lessonFolders()).map(({ name }) => name);

const lessonOf = (exercise: string) =>
  (parse(readFileSync(join(courseFolder, exercise, "exercise.yaml"), "utf8")) as { lesson?: string }).lesson;

test("an ability is shown once its exercise exists, and not before", () => {
  const [ability] = abilitiesOf(2, ["cart-read-only"]);
  expect(ability?.exercise).toBe("cart-read-only");
  const planned = [{ module: 2, exercise: "not-there-yet", says: "do what is not there yet" }];
  expect(abilitiesOf(2, exercises, planned)).toEqual([]);
  expect(abilitiesOf(2, [...exercises, "not-there-yet"], planned)).toEqual(planned);
});

test("a module has three abilities or none, each with an exercise of its own", () => {
  for (const { number } of modules)
    expect([0, 3]).toContain(abilities.filter(({ module }) => module === number).length);
  const ids = abilities.map(({ exercise }) => exercise);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the exercise of an ability belongs to a lesson of its module", () => {
  for (const { exercise, module } of abilities.filter((each) => exercises.includes(each.exercise)))
    expect([exercise, plannedLesson(lessonOf(exercise) ?? "")?.module]).toEqual([exercise, module]);
});

test.each(modules)(
  "once all lessons of module $number are written, all its abilities are shown",
  ({ number }) => {
    const isWritten = course
      .filter(({ module }) => module === number)
      .every(({ slug }) => written.includes(slug));
    const planned = abilities.filter(({ module }) => module === number);
    if (isWritten) expect(abilitiesOf(number, exercises)).toEqual(planned);
  },
);
