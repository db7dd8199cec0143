import { houseChecks } from "../../../engine/grading/finding.ts";
import { laws } from "../../../engine/grading/house/laws.ts";
import { sizeOf } from "../../../engine/grading/shrink.ts";
import { nearestOf } from "../nearest.ts";
import type { Remark } from "./remark.ts";
import type { Graded, Subject, WrongAnswer } from "./subject.ts";

/** The solution and every other right answer pass, under every check that the exercise asks for. */
export async function rightAnswers(subject: Subject): Promise<Remark[]> {
  const { solution, approaches } = subject.exercise;
  const right = [
    { file: "solution.ts", source: solution },
    ...approaches.map(({ name, source }) => ({ file: `approaches/${name}.ts`, source })),
  ];
  const remarks: Remark[] = [];
  for (const { file, source } of right) {
    const { failed } = await subject.grade(file, source);
    if (!failed) continue;
    remarks.push({
      file: subject.file(file),
      wrong: `It is kept as a right answer, and ${failed.id} does not let it pass: ${quoted(failed.message)}`,
      next: nextFor(failed.id),
      needed: "always",
    });
  }
  return remarks;
}

function nextFor(id: string): string {
  return laws.some((law) => law.id === id)
    ? `Mend it, or set \`house: { ${id}: false }\` in exercise.yaml with a comment that says why this exercise need not keep it.`
    : "Mend it, or let the check ask for less: what a right answer may do otherwise is no business of a check.";
}

/** Every wrong answer runs into the check that it is kept for, with its message, at its place. */
export async function wrongAnswers(subject: Subject): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const answer of subject.wrongAnswers()) {
    const unknown = unknownCheck(subject, answer);
    if (unknown) remarks.push(unknown);
    else remarks.push(...asExpected(subject, answer, await subject.grade(answer.name, answer.source)));
  }
  return remarks;
}

function unknownCheck(
  subject: Subject,
  { path, name, expected: { check } }: WrongAnswer,
): Remark | undefined {
  const own = subject.exercise.checks.checks.map(({ id }) => id);
  const known = [...own, ...houseChecks.map(({ id }) => id as string), ...laws.map(({ id }) => id as string)];
  if (known.includes(check)) return undefined;
  const near = nearestOf(check, known);
  return {
    ...place(subject, [...path, "check"]),
    wrong: `${capital(name)} is to run into ${check}, and there is no check of that name.`,
    next: near
      ? `Did you mean ${near}?`
      : `Write it in checks.ts, or name one that is there: ${own.join(", ")}.`,
    needed: "always",
  };
}

function asExpected(subject: Subject, answer: WrongAnswer, { failed }: Graded): Remark[] {
  const { name, path, expected } = answer;
  const { check, says, offset, smallest } = expected;
  const remark = (key: string, wrong: string, next: string): Remark => ({
    ...place(subject, [...path, key]),
    wrong,
    next,
    needed: "always",
  });
  if (!failed) {
    return [
      remark(
        "check",
        `${capital(name)} passes: no check catches it.`,
        "Add a log on which it goes wrong, to `cases` of checks.ts or to its generator; or take it out if it is right.",
      ),
    ];
  }
  if (failed.id !== check) {
    return [
      remark(
        "check",
        `${capital(name)} is to run into ${check}, and ${failed.id} speaks: ${quoted(failed.message)}`,
        `If that is what a learner should read, write check: ${failed.id}. Else let \`covers\` of ${check} hold at this step, before ${failed.id}.`,
      ),
    ];
  }
  const remarks: Remark[] = [];
  if (says !== undefined && !failed.message.includes(says)) {
    remarks.push(
      remark(
        "says",
        `For ${name}, ${check} does not say “${says}”. It says: ${quoted(failed.message)}`,
        "Mend the message in checks.ts, or write here what it says now.",
      ),
    );
  }
  const found = failed.firstDivergence?.position?.offset;
  if (offset !== undefined && found !== offset) {
    remarks.push(
      remark(
        "offset",
        `For ${name}, ${check} speaks at ${found === undefined ? "no offset of the exercise's log" : `offset ${found}`}, not at offset ${offset}.`,
        found === undefined
          ? "Take `offset` out, or let the log show the mistake."
          : `Write offset: ${found}, if that is right.`,
      ),
    );
  }
  const size = sizeOf(failed.counterexample ?? { records: [] });
  if (smallest !== undefined && size !== smallest) {
    remarks.push(
      remark(
        "smallest",
        `For ${name}, the smallest failing log has ${size} records and commands, not ${smallest}.`,
        `Write smallest: ${size}, if such a log could have happened. Else let \`possible\` in checks.ts refuse it.`,
      ),
    );
  }
  return remarks;
}

/** A check that no answer runs into has never been seen to speak. The last may be there for whatever the others leave. */
export function unheardChecks(subject: Subject): Remark[] {
  const heard = new Set(subject.wrongAnswers().map(({ expected }) => expected.check));
  const unheard = subject.exercise.checks.checks.slice(0, -1).filter(({ id }) => !heard.has(id));
  if (unheard.length === 0) return [];
  return [
    {
      file: subject.file("checks.ts"),
      wrong: `No wrong answer runs into ${unheard.map(({ id }) => id).join(", ")}.`,
      next: "Write the mistake that a check is for as wrong/<name>.ts, and name it in exercise.yaml with this check.",
      needed: "never",
    },
  ];
}

function place({ folder, yaml }: Subject, path: string[]): { file: string; line: number } {
  return { file: `${folder.shown}/exercise.yaml`, line: yaml.lineOf(path) };
}

function quoted(message: string): string {
  return `“${message}”`;
}

function capital(text: string): string {
  return text.startsWith("the ") ? `T${text.slice(1)}` : text;
}
