import { readFile } from "node:fs/promises";
import { z } from "astro/zod";
import { parse } from "yaml";

/** What a quiz.yaml holds. */
export const quizFile = z
  .array(
    z.strictObject({
      question: z.string("A question needs its words."),
      options: z
        .array(
          z.strictObject({
            text: z.string("An option needs its words."),
            right: z.boolean().default(false),
            reason: z
              .string("Every option needs a reason, right or wrong.")
              .trim()
              .min(1, "Every option needs a reason, right or wrong."),
          }),
        )
        .min(2, "A question needs two options or more.")
        .refine(
          (options) => options.some((option) => option.right),
          "One option of each question is right: true.",
        ),
    }),
  )
  .min(2, "A quiz has two to four questions.")
  .max(4, "A quiz has two to four questions.");

export type Quiz = z.infer<typeof quizFile>;

/** Reads a lesson's quiz.yaml; null when the lesson has none. Throws with the file's name and what to fix. */
export async function readQuiz(file: string): Promise<Quiz | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return null;
  }
  const quiz = quizFile.safeParse(parse(text));
  if (!quiz.success) throw new Error(`${file}\n${z.prettifyError(quiz.error)}`);
  return quiz.data;
}
