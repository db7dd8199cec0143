import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { thereAre } from "../../authoring/count-of.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";
import { fileNames } from "./file-names.ts";
import { partsOfCode } from "./parts-of-code.ts";

const leastWords = 20;
const leastHints = 2;
const leastWrong = 4;

/** Everything that belongs to an exercise is there, and there is no file without a role. */
export function missingParts(subject: ExerciseUnderCheck): Remark[] {
  const { exercise, isPredicted } = subject;
  const remarks: Remark[] = [];
  const addRemark = (file: string, needed: Remark["needed"], wrong: string, next: string, line?: number) =>
    remarks.push({ file: subject.file(file), ...(line && { line }), wrong, next, needed });
  const yaml = (needed: Remark["needed"], key: string, wrong: string, next: string) =>
    addRemark(
      "exercise.yaml",
      needed,
      wrong,
      next,
      Object.hasOwn(subject.yaml.content, key) ? subject.yaml.lineOf([key]) : undefined,
    );

  if (wordsIn(exercise.readme) < leastWords)
    addRemark(
      "README.md",
      "always",
      "The instructions are too short.",
      "Say what is given, what to write and what is compared.",
    );
  if (!isPredicted && exercise.checks.checks.length === 0)
    addRemark(
      "checks.ts",
      "always",
      "There is no check.",
      "Write one: an id, a title, the steps that it covers, and its message.",
    );
  if (!isPredicted && exercise.wrong.length === 0)
    yaml(
      "always",
      "wrong",
      "There is no wrong answer.",
      "Write a mistake that people make as wrong/<name>.yaml and name it here with the check that must catch it.",
    );
  else if (!isPredicted && exercise.wrong.length < leastWrong)
    yaml(
      "never",
      "wrong",
      thereAre(exercise.wrong.length, "wrong answer"),
      `Write ${leastWrong} or more, to show that the checks distinguish mistakes.`,
    );
  if (exercise.hints.length < leastHints)
    addRemark(
      "hints.yaml",
      "course",
      thereAre(exercise.hints.length, "hint"),
      `Write a list of ${leastHints} or more, the gentlest first.`,
    );
  if ((exercise.design ?? "").trim() === "")
    addRemark(
      "design.md",
      "course",
      "There is no design note.",
      isPredicted
        ? "Write for the next author: why this exercise exists, and why these steps are asked for."
        : "Write for the next author: why this exercise exists, and which mistake each wrong answer shows.",
    );
  if (!isPredicted && exercise.approaches.length === 0)
    addRemark(
      "approaches",
      "course",
      "There is no other right answer.",
      "Write one in another style as approaches/<name>.ts or .yaml, to show that the checks accept it.",
    );
  if (exercise.concepts.length === 0)
    yaml(
      "course",
      "concepts",
      "It names no concept.",
      "Write 1 to 4 words of the field: concepts: [duplicate-delivery].",
    );
  remarks.push(
    ...partsOfCode(subject),
    ...fileNames(subject),
    ...misplacedFiles(subject),
    ...withoutFirstLine(subject),
  );
  return remarks;
}

/** Wrong answers that `exercise.yaml` does not name, and hints that are numbered with a gap. */
function misplacedFiles(subject: ExerciseUnderCheck): Remark[] {
  const named = new Set(Object.keys(Object(subject.yaml.content.wrong)));
  const unnamed = filesIn(subject, "wrong")
    .filter((file) => !named.has(file.replace(/\.\w+$/, "")))
    .map((file) => ({
      file: subject.file(`wrong/${file}`),
      wrong: "exercise.yaml does not name this wrong answer, so no check is tested with it.",
      next: `Add under \`wrong\`: ${file.replace(/\.\w+$/, "")}: { check: <the check that must catch it> }.`,
      needed: "always" as const,
    }));
  const hints = filesIn(subject, "hints");
  const row = hints.map((_, at) => `${at + 1}.md`);
  const out = hints.filter((file) => !row.includes(file));
  return [
    ...unnamed,
    ...out.map((file) => ({
      file: subject.file(`hints/${file}`),
      wrong: "Hints are numbered from 1 without a gap. This number does not fit.",
      next: `Name the files ${row.join(", ")}.`,
      needed: "course" as const,
    })),
  ];
}

/** The first line of an answer that is kept says what it is. */
function withoutFirstLine(subject: ExerciseUnderCheck): Remark[] {
  const { wrong, approaches } = subject.exercise;
  const kept = [
    ...wrong.map(({ file, source }) => ({ file, source, what: "the mistake" })),
    ...approaches.map(({ file, source }) => ({ file, source, what: "the approach" })),
  ];
  return kept
    .filter(({ source }) => !source.startsWith("//"))
    .map(({ file, what }) => ({
      file: subject.file(file),
      line: 1,
      wrong: `The first line does not say ${what}.`,
      next: `Begin with a comment that says ${what} in one sentence.`,
      needed: "course" as const,
    }));
}

function filesIn({ folder }: ExerciseUnderCheck, name: string): string[] {
  const path = join(folder.path, name);
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => !file.startsWith("."))
        .toSorted()
    : [];
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length;
}
