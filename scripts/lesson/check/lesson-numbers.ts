import { course } from "../../../lessons/course.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** "(lesson 31)" names a lesson that the course does not have. */
export async function lessonNumbers(lesson: LessonUnderCheck): Promise<Remark[]> {
  const text = (await lesson.read("lesson.mdx")) ?? "";
  return text
    .split("\n")
    .flatMap((content, at) =>
      [...content.matchAll(/\blessons? (\d+)/gi)]
        .filter(([, number]) => !course.some((planned) => planned.number === Number(number)))
        .map(([named]) =>
          lesson.problem(
            at + 1,
            `It names “${named}”, but the course has lessons 1 to ${course.length}.`,
            "Look up the number in lessons/course.ts.",
          ),
        ),
    );
}
