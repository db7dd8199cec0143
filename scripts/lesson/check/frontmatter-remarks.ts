import { modules, plannedLesson } from "../../../lessons/course.ts";
import { lessonsBefore } from "../../../lessons/prerequisites.ts";
import { lessonFrontmatter } from "../../../site/src/lessons/frontmatter.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import { type Remark, splitMessage } from "../../authoring/remark.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** The front matter has all that a page needs, and the folder is where the course has the lesson. */
export function frontmatterRemarks(lesson: LessonUnderCheck): Remark[] {
  const { text } = lesson;
  const { broken, content } = text.frontmatter;
  if (broken)
    return [
      lesson.problem(
        broken.line,
        `The front matter is not YAML. ${broken.message}.`,
        "Look at this line and the one above. Often a quote, a bracket or the indentation is wrong.",
      ),
    ];
  const read = lessonFrontmatter.safeParse(content);
  const remarks = (read.error?.issues ?? []).map(({ path, message }) => {
    const place = path.length > 0 ? `\`${path.join(".")}\`: ` : "";
    const { wrong, next } = splitMessage(message);
    return lesson.frontmatterProblem(path, `${place}${wrong}`, next);
  });
  if (typeof content.slug === "string") remarks.push(...placeRemarks(lesson), ...sameSlug(lesson));
  return [...remarks, ...exerciseRemarks(lesson), ...neededLessons(lesson)];
}

/** What `needs` says in words, lessons/prerequisites.ts says as data. A lesson that only one of them names is advice. */
function neededLessons(lesson: LessonUnderCheck): Remark[] {
  const { needs } = lesson.text.frontmatter.content;
  const numbers = [...String(needs ?? "").matchAll(/\blessons? (\d+)(?:(?:,| and|, and) (\d+))*/gi)].flatMap(
    ([named]) => [...named.matchAll(/\d+/g)].map(Number),
  );
  const before = lessonsBefore(lesson.slug).map(({ number }) => number);
  const advice = (wrong: string, next: string): Remark => ({
    ...lesson.frontmatterProblem(["needs"], wrong, next),
    needed: "never",
  });
  const add = "Add it there, or take it out of `needs`.";
  return [
    ...numbers
      .filter((number) => !before.includes(number))
      .map((number) =>
        advice(`It needs lesson ${number}, and lessons/prerequisites.ts does not know that.`, add),
      ),
    ...before
      .filter((number) => !numbers.includes(number))
      .map((number) =>
        advice(
          `lessons/prerequisites.ts says that it builds on lesson ${number}, and \`needs\` does not.`,
          "Name it in `needs`, or take it out there.",
        ),
      ),
  ];
}

/** The folder has the lesson's name, and lies in its module. */
function placeRemarks(lesson: LessonUnderCheck): Remark[] {
  const { slug, folder } = lesson;
  if (folder.name !== slug)
    return [
      lesson.frontmatterProblem(
        ["slug"],
        `The slug is ${slug}, but the folder is named ${folder.name}.`,
        `Write slug: ${folder.name}, or rename the folder.`,
      ),
    ];
  const module = modules.find(({ number }) => number === plannedLesson(slug)?.module);
  if (!module || module.folder === folder.module) return [];
  return [
    lesson.frontmatterProblem(
      ["slug"],
      `${slug} is a lesson of module ${module.number}, but the folder is in ${folder.module}.`,
      `Move it to lessons/${module.folder}/${slug}.`,
    ),
  ];
}

/** Of two lessons with one slug the site shows only one. */
function sameSlug(lesson: LessonUnderCheck): Remark[] {
  const others = lesson.course.lessons.filter(
    ({ folder, text }) => folder.path !== lesson.folder.path && text.frontmatter.content.slug === lesson.slug,
  );
  return others.map(({ folder }) =>
    lesson.frontmatterProblem(
      ["slug"],
      `${folder.shown} has the slug ${lesson.slug} too. The site shows only one of the two.`,
      "Give the copy its own slug, number and folder name, as in lessons/course.ts; or delete it.",
    ),
  );
}

function exerciseRemarks(lesson: LessonUnderCheck): Remark[] {
  const { exercises: known } = lesson.course;
  return lesson.exercises.flatMap((id, at) => {
    if (known.includes(id)) return [];
    const near = nearestName(id, known);
    return [
      lesson.frontmatterProblem(
        ["exercises", at],
        `There is no exercise ${id}.`,
        near ? `Did you mean ${near}?` : `Make it: npm run exercise -- new ${id}`,
      ),
    ];
  });
}
