import type { Trace, Verdict } from "../fold/trace.ts";
import { checkTitles, gradingSentences } from "../sentences/english/grading.ts";
import { joinMessages, type Message, sentencesFrom, verbatimMessage } from "../sentences/message.ts";
import { type CheckTitle, titleOf } from "./check-title.ts";
import type { Check, CheckContext, ExerciseChecks } from "./checks.ts";
import type { Law, LawViolation } from "./laws/law.ts";

const says = sentencesFrom(gradingSentences);
const names = sentencesFrom(checkTitles);

/** The check that failed, and its message to the learner. `at` is null when the code reached no record. */
export interface CheckFinding extends Message, CheckTitle {
  id: string;
  verdict: Verdict;
  at: CheckContext | null;
}

/** The checks that every exercise has in addition to the author's. */
export const builtInChecks = [
  { id: "runs", ...titleOf(names("title-runs")) },
  { id: "mutation", ...titleOf(names("title-mutation")) },
  { id: "determinism", ...titleOf(names("title-determinism")) },
] as const;

/** Verdicts of a limit that a check reaches log by log. */
export const limitVerdicts = new Set<Verdict>(["time-limit", "memory-limit", "stack-limit"]);

export function generatedTitle(logs: number): { id: string } & CheckTitle {
  return { id: "generated", ...titleOf(names("title-generated", { logs })) };
}

/** Which check speaks about a trace that differs from the reference's at `at` (null: it does not). Null: none. */
export function finding(
  trace: Trace,
  at: CheckContext | null,
  { checks, words }: ExerciseChecks,
): CheckFinding | null {
  const { verdict, message, sentences, at: stop } = trace.end;
  const ended = sentences ? { message, sentences } : verbatimMessage(message);
  if (verdict === "ok" && !at) return null;
  const builtIn = (place: 0 | 1 | 2, advice: Message): CheckFinding => ({
    ...builtInChecks[place],
    ...advice,
    verdict,
    at,
  });
  if (verdict === "nondeterministic") return builtIn(2, ended);
  if (!at || (stop?.index ?? 0) < 0) return { ...builtIn(0, ended), at: null };
  if (stop?.index === at.index) {
    const { mutated, changed } = stop;
    if (mutated !== undefined) {
      return builtIn(
        1,
        attempt(() => verbatimOr(words?.mutation?.(at, mutated), ended), ended),
      );
    }
    // The words of an exercise are about its state; an event is no less given.
    if (changed?.of === "event") return builtIn(1, ended);
    const checkSpeaks = verdict === "threw" ? !isAccident(message) : verdict === "state-invalid";
    if (!checkSpeaks) {
      const perLog = limitVerdicts.has(verdict) ? says("limit-of-each-log") : null;
      return builtIn(0, joinMessages(says("code-stopped", placeOf(at)), ended, perLog));
    }
  }
  const check = checks.find((each) => attempt(() => each.covers(at), false));
  const differs = says("fold-differs", placeOf(at));
  if (!check) return builtIn(0, differs);
  // What was returned cannot be kept, so `at.actual` is the state before: a check would describe that one as the result.
  const isInvalid = verdict === "state-invalid" && stop?.index === at.index;
  const said = isInvalid
    ? joinMessages(says("at-step", placeOf(at)), ended)
    : attempt(() => verbatimMessage(wordsOf(check, at)), differs);
  return { id: check.id, title: check.title, ...said, verdict, at };
}

export function lawFinding({ id, title, titleSentences }: Law, { at, message }: LawViolation): CheckFinding {
  return { id, title, titleSentences, ...message, verdict: "ok", at };
}

/** An author's words, or ours where there are none. */
function verbatimOr(words: string | undefined, ours: Message): Message {
  return words === undefined ? ours : verbatimMessage(words);
}

function wordsOf(check: Check, at: CheckContext): string {
  return (check.known?.find(({ when }) => when(at))?.says ?? check.message)(at);
}

/** An author's words may meet any state that a learner can make. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** Whether the engine threw, not the learner on purpose: then its words help more than the exercise's. */
function isAccident(message: string): boolean {
  return /^(Type|Reference|Range|Syntax|Internal|URI)Error\b/.test(message);
}

function placeOf({ offset, command }: CheckContext) {
  if (command) return { where: "command", name: command.type } as const;
  return offset === null
    ? ({ where: "call", name: "" } as const)
    : ({ where: "offset", name: offset } as const);
}
