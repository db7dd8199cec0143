import { quizFile } from "../../../site/src/lessons/quiz-file.ts";
import type { Remark } from "../../authoring/remark.ts";
import { readYaml } from "../../authoring/yaml-text.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** The quiz can be shown: two to four questions, and a reason for every option. */
export async function quizRemarks(lesson: LessonUnderCheck): Promise<Remark[]> {
  const file = lesson.file("quiz.yaml");
  const text = await lesson.read("quiz.yaml");
  if (text === null)
    return lesson.tags("Quiz").map(() => ({
      file,
      wrong: "It is missing, but the lesson shows a <Quiz />.",
      next: "Write two to four questions, each with its options, and a reason for every option.",
      needed: "always",
    }));
  const yaml = readYaml(text);
  if (yaml.broken)
    return [
      {
        file,
        line: yaml.broken.line,
        wrong: `It is not YAML. ${yaml.broken.message}.`,
        next: "Look at this line and the one above. Often a quote, a bracket or the indentation is wrong.",
        needed: "always",
      },
    ];
  return (quizFile.safeParse(yaml.content).error?.issues ?? []).map(({ path, message }) => ({
    file,
    line: yaml.lineOf(path),
    wrong: `${placeIn(path)}${message}`,
    next: path.at(-1) === "reason" ? "Write reason: why the option is right or wrong." : "Fix this question.",
    needed: "always",
  }));
}

/** "Question 2, option 1: " */
function placeIn([question, , option]: PropertyKey[]): string {
  if (typeof question !== "number") return "";
  return `Question ${question + 1}${typeof option === "number" ? `, option ${option + 1}` : ""}: `;
}
