import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  findEntry,
  type GlossaryEntry,
  glossaryEntriesOf,
} from "../../../site/src/lessons/glossary-entries.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { LessonFolder } from "../lesson-folders.ts";
import { type LessonText, readLessonText } from "./lesson-text.ts";

/** What the lessons and exercises beside it are, so that a lesson may point at them. */
export interface Course {
  /** Every lesson that is written, with its text. */
  lessons: { folder: LessonFolder; text: LessonText }[];
  exercises: string[];
  glossary: GlossaryEntry[];
  /** Addresses of the site's other pages, such as `/playground/`. */
  pages: string[];
}

/** A lesson that is examined, with what its remarks need. */
export class LessonUnderCheck {
  readonly folder: LessonFolder;
  readonly text: LessonText;
  readonly course: Course;

  constructor(folder: LessonFolder, text: LessonText, course: Course) {
    this.folder = folder;
    this.text = text;
    this.course = course;
  }

  get slug(): string {
    const { slug } = this.text.frontmatter.content;
    return typeof slug === "string" ? slug : this.folder.name;
  }

  /** The ids of its exercises, as the front matter names them. */
  get exercises(): string[] {
    const { exercises } = this.text.frontmatter.content;
    return Array.isArray(exercises) ? exercises.filter((id) => typeof id === "string") : [];
  }

  tags(name: string) {
    return this.text.tags.filter((tag) => tag.name === name);
  }

  knows(word: string): boolean {
    return findEntry(this.course.glossary, word) !== undefined;
  }

  /** A file of the lesson, as its author finds it. */
  file(name: string): string {
    return `${this.folder.shown}/${name}`;
  }

  has(name: string): boolean {
    return existsSync(join(this.folder.path, name));
  }

  async read(name: string): Promise<string | null> {
    return this.has(name) ? readFile(join(this.folder.path, name), "utf8") : null;
  }

  /** A problem of lesson.mdx. */
  problem(line: number, wrong: string, next: string): Remark {
    return { file: this.file("lesson.mdx"), line, wrong, next, needed: "always" };
  }

  /** A problem of a value of the front matter. */
  frontmatterProblem(path: PropertyKey[], wrong: string, next: string): Remark {
    return this.problem(this.text.frontmatter.lineOf(path), wrong, next);
  }
}

export async function readLesson(folder: LessonFolder): Promise<LessonText> {
  return readLessonText(await readFile(join(folder.path, "lesson.mdx"), "utf8"));
}

export async function readGlossary(file: string): Promise<GlossaryEntry[]> {
  return glossaryEntriesOf(await readFile(file, "utf8"));
}
