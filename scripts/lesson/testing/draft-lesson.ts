import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { isProblem, type Remark } from "../../authoring/remark.ts";
import { checkLessons } from "../check/check-lessons.ts";
import { makeLesson } from "../new/command.ts";

/** The lesson that a new author gets, in a folder of lessons of its own, for one test. */
export class DraftLesson {
  readonly slug = "getting-current-state";
  readonly module = "2-storing-data-as-events";
  /** The folder of all lessons. */
  readonly lessons: string;
  readonly shown = `lessons/${this.module}/${this.slug}`;

  private constructor(lessons: string) {
    this.lessons = lessons;
  }

  static async make(): Promise<DraftLesson> {
    const draft = new DraftLesson(await mkdtemp(join(tmpdir(), "offset-zero-lessons-")));
    onTestFinished(() => rm(draft.lessons, { recursive: true, force: true }));
    await makeLesson(draft.slug, "cart-read-only", draft.lessons);
    return draft;
  }

  pathOf(file: string): string {
    return join(this.lessons, this.module, this.slug, file);
  }

  read(file: string): Promise<string> {
    return readFile(this.pathOf(file), "utf8");
  }

  /** Replaces a text. Gives the number of the line on which it began. */
  async change(file: string, from: string, to: string): Promise<number> {
    const text = await this.read(file);
    expect(text).toContain(from);
    await writeFile(this.pathOf(file), text.replace(from, to));
    return text.slice(0, text.indexOf(from)).split("\n").length;
  }

  /** Puts a paragraph before the quiz. Gives the number of its line. */
  addParagraph(text: string): Promise<number> {
    return this.change("lesson.mdx", "<Quiz />", `${text}\n\n<Quiz />`);
  }

  async remarks(): Promise<Remark[]> {
    const checked = await checkLessons([this.slug], this.lessons);
    return checked.flatMap(({ remarks }) => remarks);
  }

  /** What keeps it from passing, besides what a new lesson still needs. */
  async problems(): Promise<Remark[]> {
    const problems = (await this.remarks()).filter((remark) => isProblem(remark, "course"));
    return problems.filter(({ wrong }) => !wrong.startsWith("Still to do: "));
  }
}
