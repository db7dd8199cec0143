import { readYaml } from "../../authoring/yaml-text.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** A text that readers of the lesson read, with its place. */
export interface ProseText {
  file: string;
  line: number;
  text: string;
}

/** What a lesson says besides its figure: the text, the texts of its tags, its front matter and its quiz. */
export async function lessonProse(lesson: LessonUnderCheck): Promise<ProseText[]> {
  const { prose, tags, frontmatter } = lesson.text;
  const inTags = tags.flatMap(({ attributes: { title, tryThis }, line }) =>
    [title, tryThis].filter((text) => typeof text === "string").map((text) => ({ text, line })),
  );
  const inHead = ["title", "summary", "needs"].map((key) => ({
    text: String(frontmatter.content[key] ?? ""),
    line: frontmatter.lineOf([key]),
  }));
  const file = lesson.file("lesson.mdx");
  return [
    ...[...inHead, ...prose, ...inTags].map((each) => ({ ...each, file })),
    ...(await quizProse(lesson)),
  ];
}

/** What a quiz.yaml says; nothing where it cannot be read, which is said elsewhere. */
async function quizProse(lesson: LessonUnderCheck): Promise<ProseText[]> {
  const { content, lineOf } = readYaml((await lesson.read("quiz.yaml")) ?? "");
  const file = lesson.file("quiz.yaml");
  const found: ProseText[] = [];
  const visit = (value: unknown, path: PropertyKey[]) => {
    if (typeof value === "string")
      found.push({ file, line: lineOf(path), text: value.replace(/`[^`]*`/g, "x") });
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value))
        visit(each, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(content, []);
  return found;
}
