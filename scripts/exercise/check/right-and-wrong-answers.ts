import { builtInChecks } from "../../../engine/grading/check-finding.ts";
import type { Case } from "../../../engine/grading/checks.ts";
import { allLaws } from "../../../engine/grading/laws/laws.ts";
import { sizeOf } from "../../../engine/grading/removable-case-parts.ts";
import type { CheckOutcome } from "../../../engine/protocol/response-types.ts";
import { countOf } from "../../authoring/count-of.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import type { Remark } from "../../authoring/remark.ts";
import { linesOfCase } from "./case-lines.ts";
import type { ExerciseUnderCheck, Graded, WrongAnswer } from "./exercise-under-check.ts";

/** The solution and every other right answer pass, under every check that the exercise asks for. */
export async function rightAnswers(subject: ExerciseUnderCheck): Promise<Remark[]> {
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
      wrong: `It should be a right answer, but it fails ${failed.id}: ${quoted(failed.message)}${smallestLog(failed)}`,
      next: nextFor(failed.id),
      needed: "always",
    });
  }
  return remarks;
}

/** The smallest log on which an answer fails, below the message. */
function smallestLog({ counterexample, counterexampleMessage }: CheckOutcome): string {
  if (!counterexample) return "";
  const lines = linesOfCase(counterexample).map((line) => `  ${line}`);
  const said = counterexampleMessage ? [`There: ${quoted(counterexampleMessage.message)}`] : [];
  return ["", "The smallest log on which it fails:", ...lines, ...said].join("\n");
}

function nextFor(id: string): string {
  return allLaws.some((law) => law.id === id)
    ? `Fix it, or set \`laws: { ${id}: false }\` in exercise.yaml with a comment that says why this law does not apply.`
    : "Fix it, or let the check ask for less: a check must accept every right answer.";
}

/** Every wrong answer runs into the check that it is kept for, with its message, at its place. */
export async function wrongAnswers(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const answer of subject.wrongAnswers()) {
    const unknown = unknownCheck(subject, answer);
    if (unknown) remarks.push(unknown);
    else remarks.push(...asExpected(subject, answer, await subject.grade(answer.name, answer.source)));
  }
  return remarks;
}

function unknownCheck(
  subject: ExerciseUnderCheck,
  { path, name, expected: { check } }: WrongAnswer,
): Remark | undefined {
  const own = subject.exercise.checks.checks.map(({ id }) => id);
  const known = [
    ...own,
    ...builtInChecks.map(({ id }) => id as string),
    ...allLaws.map(({ id }) => id as string),
  ];
  if (known.includes(check)) return undefined;
  const near = nearestName(check, known);
  return {
    ...findYamlLine(subject, [...path, "check"]),
    wrong: `${capital(name)} should fail the check ${check}, but there is no such check.`,
    next: near
      ? `Did you mean ${near}?`
      : `Write it in checks.ts, or name one that is there: ${own.join(", ")}.`,
    needed: "always",
  };
}

function asExpected(subject: ExerciseUnderCheck, answer: WrongAnswer, { failed }: Graded): Remark[] {
  const { name, path, expected } = answer;
  const { check, says, offset, smallest } = expected;
  const remark = (key: string, wrong: string, next: string): Remark => ({
    ...findYamlLine(subject, [...path, key]),
    wrong,
    next,
    needed: "always",
  });
  if (!failed) {
    return [
      remark(
        "check",
        `${capital(name)} passes: no check catches it.`,
        "Add a log on which it goes wrong to `cases` of checks.ts or to its generator. If it is right, remove it.",
      ),
    ];
  }
  if (failed.id !== check) {
    return [
      remark(
        "check",
        `${capital(name)} should fail ${check}, but it fails ${failed.id} first: ${quoted(failed.message)}`,
        `If a learner should read that, write check: ${failed.id}. If not, let \`covers\` of ${check} hold at this step, before ${failed.id}.`,
      ),
    ];
  }
  const remarks: Remark[] = [];
  if (says !== undefined && !failed.message.includes(says)) {
    remarks.push(
      remark(
        "says",
        `For ${name}, ${check} does not say “${says}”. It says: ${quoted(failed.message)}`,
        "Fix the message in checks.ts, or write the new message here.",
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
  const least = failed.counterexample ?? { records: [] };
  const size = sizeOf(least);
  if (smallest !== undefined && size !== smallest) {
    remarks.push(
      remark(
        "smallest",
        `For ${name}, the smallest failing log has ${sizeInWords(least)}. \`smallest\` says ${smallest}.`,
        `Write smallest: ${size}, if such a log could have happened. Else let \`possible\` in checks.ts refuse it.`,
      ),
    );
  }
  return remarks;
}

/** A check that no answer runs into has never been seen to speak. The last may be there for whatever the others leave. */
export function unheardChecks(subject: ExerciseUnderCheck): Remark[] {
  const expectedChecks = new Set(subject.wrongAnswers().map(({ expected }) => expected.check));
  const unheard = subject.exercise.checks.checks.slice(0, -1).filter(({ id }) => !expectedChecks.has(id));
  if (unheard.length === 0) return [];
  return [
    {
      file: subject.file("checks.ts"),
      wrong: `No wrong answer fails ${unheard.map(({ id }) => id).join(", ")}.`,
      next: "Write the mistake that this check is for as wrong/<name>.ts, and name it in exercise.yaml with this check.",
      needed: "never",
    },
  ];
}

function sizeInWords({ records, commands = [] }: Case): string {
  const inCommands = commands.length > 0 ? [countOf(commands.length, "command")] : [];
  const inRecords = records.length > 0 || commands.length === 0 ? [countOf(records.length, "record")] : [];
  return [...inRecords, ...inCommands].join(" and ");
}

function findYamlLine({ folder, yaml }: ExerciseUnderCheck, path: string[]): { file: string; line: number } {
  return { file: `${folder.shown}/exercise.yaml`, line: yaml.lineOf(path) };
}

function quoted(message: string): string {
  return `“${message}”`;
}

function capital(text: string): string {
  return text.startsWith("the ") ? `T${text.slice(1)}` : text;
}
