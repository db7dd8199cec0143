import { type Json, sameJson } from "../../../../engine/fold/json.ts";
import type { Case } from "../../../../engine/grading/checks.ts";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { questionWords } from "../../../../language/english/question-dialog.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";

export interface Question {
  exercise: Pick<Exercise, "id" | "title" | "lesson">;
  /** The check that failed last; null where none has. */
  failed: CheckOutcome | null;
  /** The code that was checked, else as it is now. */
  code: string;
  /** Where folds run, in words. */
  where: string;
  /** Opens this step. */
  link: string;
}

/** All that somebody needs who is asked, as plain Markdown, with a place at the end for one's own words. */
export function questionText({ exercise, failed, code, where, link }: Question): string {
  const { id, title, lesson } = exercise;
  const facts = [
    questionWords.exercise(title, id),
    ...(lesson === undefined ? [] : [questionWords.lesson(lesson)]),
    questionWords.where(where),
    questionWords.opens(link),
  ];
  return [
    `# ${questionWords.title(title)}`,
    facts.map((fact) => `- ${fact}`).join("\n"),
    ...(failed ? failureParts(failed) : [questionWords.noCheck]),
    `## ${questionWords.code}`,
    fenced("ts", code.trimEnd()),
    `## ${questionWords.mine}`,
    "",
  ].join("\n\n");
}

function failureParts({
  title,
  message,
  counterexample,
  counterexampleMessage,
  firstDivergence,
}: CheckOutcome): string[] {
  const { expected, actual } = firstDivergence ?? {};
  const differ = expected !== undefined && actual !== undefined && !sameJson(expected, actual);
  return [
    `## ${questionWords.failing}`,
    `**${title}**`,
    quoted(message),
    ...(differ ? [questionWords.expected(inCode(expected), inCode(actual))] : []),
    ...(counterexample ? [`## ${questionWords.smallest}`, fenced("ndjson", linesOf(counterexample))] : []),
    ...(counterexampleMessage ? [quoted(counterexampleMessage.message)] : []),
  ];
}

/** A record a line, and a command a line where there are any. */
function linesOf({ records, commands = [] }: Case): string {
  const placed = records.map(({ key, event, offset }) => ({
    key,
    ...(offset !== undefined && { position: { topic: "given", partition: 0, offset } }),
    event,
  }));
  return [...placed, ...commands.map((command) => ({ command }))]
    .map((line) => JSON.stringify(line))
    .join("\n");
}

const quoted = (text: string) => text.replaceAll(/^/gm, "> ");
const inCode = (value: Json) => JSON.stringify(value).replaceAll("`", "'");

/** A block of code behind a fence that is longer than any in it. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
