import { z } from "astro/zod";
import { course, plannedLesson } from "../../../lessons/course.ts";

const minutes = z
  .number("Minutes are a number.")
  .positive("A part takes more than no time; leave it out instead.");

/** The head of a lesson.mdx. Every message says what to write. */
export const lessonFrontmatter = z
  .strictObject({
    number: z.int("The lesson's number is a whole one, as in lessons/course.ts."),
    slug: z.string("A lesson needs its slug, as in lessons/course.ts."),
    title: z.string("A lesson needs a title."),
    summary: z.string("A lesson needs a summary of one sentence."),
    minutes: z.strictObject(
      { play: minutes.optional(), write: minutes.optional() },
      "What there is to read and the quiz are computed. Write minutes as { play: 2, write: 7 }.",
    ),
    needs: z.string("Say in `needs` what a reader has to know before."),
    exercises: z.array(z.string(), "List the exercises' ids, or write []."),
    sources: z.array(
      z.strictObject({
        author: z.string("A source needs its author."),
        title: z.string("A source needs its title."),
        year: z.union([z.int(), z.string()], "A source needs its year."),
        url: z.url("A source's url begins with https://.").optional(),
        note: z.string().optional(),
      }),
      "A lesson needs sources: a list of { author, title, year, url?, note? }.",
    ),
    next: z.string("Name the next lesson's slug.").optional(),
  })
  .superRefine((lesson, context) => {
    const planned = plannedLesson(lesson.slug);
    const complain = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!planned) complain("slug", `"${lesson.slug}" is no lesson of lessons/course.ts.`);
    else if (planned.number !== lesson.number) {
      complain("number", `"${lesson.slug}" is lesson ${planned.number} in lessons/course.ts.`);
    }
    if (lesson.next !== undefined && !course.some(({ slug }) => slug === lesson.next)) {
      complain("next", `"${lesson.next}" is no lesson of lessons/course.ts.`);
    }
  });

export type LessonFrontmatter = z.infer<typeof lessonFrontmatter>;

/** For editors. */
export const lessonJsonSchema = () => z.toJSONSchema(lessonFrontmatter, { io: "input" });
