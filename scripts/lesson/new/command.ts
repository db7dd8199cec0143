import { existsSync } from "node:fs";
import { join } from "node:path";
import { course, modules, type PlannedLesson, plannedLesson } from "../../../lessons/course.ts";
import { describeUnknown, nearestName } from "../../authoring/nearest-name.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenExercise } from "../../exercise/chosen-exercises.ts";
import { lessonFolders, lessonsFolder } from "../lesson-folders.ts";
import { nextSteps } from "./next-steps.ts";
import { writeLesson } from "./template.ts";

const usage = "new <slug> [--exercise <id>]";
/** A new lesson is about the log of an exercise. This one has a short log and one partition. */
const exampleExercise = "cart-read-only";

/** `npm run lesson -- new <slug>`: a lesson that builds, to be changed. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, { exercise: { type: "string" } }, usage, "lesson");
  const [slug, ...more] = positionals;
  if (slug === undefined || more.length > 0)
    throw new UsageError(`Name the new lesson: npm run lesson -- ${usage}`);
  console.log(await makeLesson(slug, values.exercise ?? exampleExercise, lessonsFolder));
  return 0;
}

/** Makes the lesson's folder below `lessons`, and gives what to do next. Throws a UsageError where it cannot be made. */
export async function makeLesson(slug: string, exercise: string, lessons: string): Promise<string> {
  const written = await lessonFolders(lessons);
  const lesson = placeOf(
    slug,
    written.map(({ name }) => name),
  );
  const module = modules.find(({ number }) => number === lesson.module);
  if (!module) throw new Error(`lessons/course.ts has no module ${lesson.module}.`);
  const shown = `lessons/${module.folder}/${slug}`;
  const folder = join(lessons, module.folder, slug);
  if (existsSync(folder)) throw new UsageError(`${shown} already exists. Change it, or delete it first.`);
  const files = await writeLesson(folder, lesson, await chosenExercise(exercise));
  return nextSteps({ lesson, module, shown, exercise, files });
}

/** The lesson's place in the course. Throws a UsageError that says which lessons there are to write. */
function placeOf(slug: string, written: string[]): PlannedLesson {
  const lesson = plannedLesson(slug);
  if (lesson) return lesson;
  const all = course.map((planned) => planned.slug);
  const open = all.filter((name) => !written.includes(name));
  const names = nearestName(slug, all) === undefined ? open : all;
  throw new UsageError(
    `${describeUnknown("lesson", slug, names)} lessons/course.ts lists the lessons of the course, written or not. A lesson that it does not list needs a line there first.`,
  );
}
