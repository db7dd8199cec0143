import type { CheckFinding } from "../../../engine/grading/check-finding.ts";
import { countWords } from "../../../site/src/lessons/count-words.ts";
import { findWords, type OtherWord, otherWords, sentencesIn } from "../../authoring/prose-rules.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

const longSentence = 30;

/** An exercise has one log and no other past; a lesson also speaks of the past of a row. */
const wordsOfExercises: OtherWord[] = [...otherWords, [/\bhistory\b/i, "log"]];

/** A rule that a text breaks, with what to do about it. */
interface Broken {
  line?: number;
  wrong: string;
  next: string;
  advice?: true;
}

/** The writing rules for instructions and hints. */
export function writing(subject: ExerciseUnderCheck): Remark[] {
  const { readme, hints } = subject.exercise;
  const inOneList = subject.folder.has("hints.yaml");
  const texts = [
    { file: "README.md", broken: proseRules(readme, subject) },
    ...hints.map((text, at) => ({
      file: inOneList ? "hints.yaml" : `hints/${at + 1}.md`,
      broken: [...proseRules(text, subject), ...hintRules(text)],
    })),
  ];
  return texts.flatMap(({ file, broken }) =>
    broken.map(({ line, wrong, next, advice }) => ({
      file: subject.file(file),
      ...(line && { line }),
      wrong,
      next,
      needed: advice ? ("never" as const) : ("course" as const),
    })),
  );
}

/** What a learner reads where a check of the author's speaks, or a law in the author's words. */
export interface SpokenMessage {
  id: string;
  message: string;
  /** Whose answer it was. */
  to: string;
  /** The offset or the command that a learner has to be led to; null where the step has neither. */
  place: { offset: number } | { command: string } | null;
  /** Whether the engine's words come before the author's. */
  engines: boolean;
  /** Whether it is a mutant of the solution, of which an author cannot know. */
  mutant: boolean;
}

/** What somebody reads whose answer runs into this finding. */
export function spokenOf(
  to: string,
  message: string,
  { id, at, verdict }: Pick<CheckFinding, "id" | "at" | "verdict">,
  mutant = false,
): SpokenMessage {
  const spoken = { to, id, message, mutant, engines: verdict !== "ok" && verdict !== "threw" };
  if (at?.command) return { ...spoken, place: { command: at.command.type } };
  return { ...spoken, place: at && at.offset !== null ? { offset: at.offset } : null };
}

/** The writing rules for messages. Of the messages of one check, each rule is told for the first that breaks it. */
export function messageWriting(subject: ExerciseUnderCheck, spoken: SpokenMessage[]): Remark[] {
  const { checks, words = {} } = subject.exercise.checks;
  const own = new Set([...checks.map(({ id }) => id), ...Object.keys(words)]);
  const reportedRules = new Set<string>();
  return spoken
    .filter(({ id, engines }) => own.has(id) && !engines)
    .flatMap((one) =>
      messageRules(one, subject)
        .filter(({ wrong }) => {
          const name = `${one.id} ${wrong}`;
          return !reportedRules.has(name) && reportedRules.add(name);
        })
        .map(({ wrong, next }) => ({
          file: subject.file("checks.ts"),
          wrong: `For ${one.to}, the message of ${one.id} ${wrong}: “${one.message}”`,
          next,
          needed: one.mutant ? ("never" as const) : ("course" as const),
        })),
    );
}

function messageRules({ message, place }: SpokenMessage, subject: ExerciseUnderCheck): Broken[] {
  const broken: Broken[] = [];
  const plain = message.replace(/`[^`]*`/g, "`…`");
  const namesPlace =
    place === null ||
    /\boffsets? [\d−]|@\d/i.test(message) ||
    ("command" in place && message.includes(place.command));
  if (!namesPlace)
    broken.push({
      wrong: "does not say where",
      next: "Name the offset (at.offset), or the command (at.command.type).",
    });
  if (!message.endsWith("?"))
    broken.push({
      wrong: "does not end with a question",
      next: "End with one question that the learner can answer by looking at the log.",
    });
  else if ((plain.match(/\?/g) ?? []).length > 1)
    broken.push({
      wrong: "asks more than one question",
      next: "Keep the most useful question, and end with it.",
    });
  if (plain.includes("!"))
    broken.push({ wrong: "has an exclamation mark", next: "Say it plainly, with a full stop." });
  if (/\bundefined\b|\bNaN\b|\[object /.test(plain))
    broken.push({ wrong: "shows a missing value", next: "Say in words what is missing." });
  const code = codeIn(message);
  if (code !== undefined)
    broken.push({
      wrong: `has code in it (${code})`,
      next: "Say it in words. Names between backticks are fine.",
    });
  return [...broken, ...otherWord(message, subject).map((each) => ({ ...each, wrong: `has ${each.wrong}` }))];
}

function proseRules(text: string, subject: ExerciseUnderCheck): Broken[] {
  const prose = text
    .replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, " "))
    .replace(/`[^`\n]*`/g, "x");
  const broken: Broken[] = [];
  for (const [at, line] of prose.split("\n").entries()) {
    const place = { line: at + 1 };
    if (/!(?!\[)/.test(line))
      broken.push({ ...place, wrong: "An exclamation mark.", next: "Say it plainly, with a full stop." });
    for (const { wrong, next } of otherWord(line, subject))
      broken.push({ ...place, wrong: `It says ${wrong}.`, next });
    for (const sentence of sentencesIn(line, ".?:")) {
      const words = countWords(sentence.text);
      if (words > longSentence)
        broken.push({
          ...place,
          wrong: `A sentence of ${words} words.`,
          next: "Split it into two.",
          advice: true,
        });
    }
  }
  return broken;
}

function hintRules(text: string): Broken[] {
  const code = text.includes("```") ? "a block of code" : codeIn(text);
  return code === undefined
    ? []
    : [
        {
          wrong: `The hint gives code (${code}).`,
          next: "Say in words where to look. Names between backticks are fine.",
        },
      ];
}

/** A word that the course says otherwise, unless it is one of the exercise's own domain. */
function otherWord(text: string, { exercise }: ExerciseUnderCheck): { wrong: string; next: string }[] {
  const domain = `${exercise.title} ${exercise.types} ${Object.keys(exercise.events).join(" ")}`;
  return findWords(text.replace(/`[^`]*`/g, ""), wordsOfExercises)
    .filter(({ word }) => !domain.toLowerCase().includes(word.toLowerCase().replace(/s$/, "")))
    .map(({ word, instead }) => ({ wrong: `“${word}”`, next: `The course says: ${instead}.` }));
}

const looksLikeCode = /=>|===|!==|&&|\|\||\?\?|\bconst \w+ =|\breturn [{[(]|\{ ?\.\.\.|\w\(\w+\);/;
const isName = /^[\w$@.*[\]?-]+(\(\))?$/;

/** A piece of code in a text: what looks like it outside backticks, or stands between them and is no name and no value. */
function codeIn(text: string): string | undefined {
  const outside = text.replace(/`[^`]*`/g, " ");
  const found = looksLikeCode.exec(outside)?.[0];
  if (found !== undefined) return found;
  return [...text.matchAll(/`([^`]*)`/g)]
    .map(([, inside = ""]) => inside)
    .find((inside) => !isName.test(inside) && !isValue(inside));
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
