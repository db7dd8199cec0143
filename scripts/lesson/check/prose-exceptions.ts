import { z } from "zod";
import type { Remark } from "../../authoring/remark.ts";
import { readYaml } from "../../authoring/yaml-text.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

export const exceptionsFile = "prose-exceptions.yaml";

const why = z.string("Say in `why` what speaks for it.").trim().min(1, "Say in `why` what speaks for it.");

const exceptions = z.array(
  z.union(
    [z.strictObject({ word: z.string(), why }), z.strictObject({ sentence: z.string(), why })],
    "An exception is a word or the beginning of a sentence, and says why: { word, why } or { sentence, why }.",
  ),
  "Write a list of { word, why } and { sentence, why }.",
);

/** What a lesson may say although a rule is against it. */
export class ProseExceptions {
  private readonly file: string;
  private readonly list: { word?: string; sentence?: string; line: number }[] = [];
  private readonly used = new Set<unknown>();
  private readonly broken: Remark[] = [];

  constructor(lesson: LessonUnderCheck, text: string | null) {
    this.file = lesson.file(exceptionsFile);
    if (text === null) return;
    const yaml = readYaml(text);
    const read = exceptions.safeParse(yaml.content);
    if (read.success)
      this.list = read.data.map((exception, at) => ({ ...exception, line: yaml.lineOf([at]) }));
    else this.broken = read.error.issues.map(({ path, message }) => this.remark(yaml.lineOf(path), message));
  }

  /** Whether the word is allowed in this sentence. An exception of several words allows it only among them. */
  allowsWord(word: string, sentence: string): boolean {
    const lower = sentence.toLowerCase();
    return this.find(
      (each) =>
        each.word?.toLowerCase().includes(word.toLowerCase()) && lower.includes(each.word.toLowerCase()),
    );
  }

  allowsSentence(sentence: string): boolean {
    return this.find((each) => each.sentence !== undefined && sentence.startsWith(each.sentence));
  }

  private find(fits: (each: { word?: string; sentence?: string }) => boolean | undefined): boolean {
    const found = this.list.find(fits);
    if (found) this.used.add(found);
    return found !== undefined;
  }

  /** What is wrong with the file. Ask for it after all texts were looked at: an exception that nothing needs is named. */
  remarks(): Remark[] {
    const unused = this.list.filter((each) => !this.used.has(each));
    return [
      ...this.broken,
      ...unused.map(({ word, sentence, line }) =>
        this.remark(
          line,
          `Nothing in the lesson needs the exception for “${word ?? sentence}”.`,
          "Remove it.",
        ),
      ),
    ];
  }

  private remark(line: number, wrong: string, next = "Fix it and check again."): Remark {
    return { file: this.file, line, wrong, next, needed: "always" };
  }
}
