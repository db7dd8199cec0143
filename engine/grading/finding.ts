import type { Trace, Verdict } from "../fold/trace.ts";
import type { At, Check, ExerciseChecks } from "./checks.ts";

/** The check that failed, and what the learner is told. `at` is null when the code did not come to any record. */
export interface Finding {
  id: string;
  title: string;
  message: string;
  verdict: Verdict;
  at: At | null;
}

/** The demands every exercise makes, beside the author's. */
export const houseChecks = [
  { id: "runs", title: "The code runs to the end of the log" },
  { id: "mutation", title: "Nothing that was given is changed" },
  { id: "determinism", title: "The same log always gives the same state" },
] as const;

/** Verdicts of a limit that a check reaches log by log. */
export const limitVerdicts = new Set<Verdict>(["time-limit", "memory-limit", "stack-limit"]);

export function generatedTitle(logs: number): { id: string; title: string } {
  return { id: "generated", title: `${logs} logs you have not seen` };
}

/** Which check speaks about a trace that parts from the reference at `at` (null: it does not). Null: none. */
export function finding(trace: Trace, at: At | null, { checks, words }: ExerciseChecks): Finding | null {
  const { verdict, message, at: stop } = trace.end;
  if (verdict === "ok" && !at) return null;
  const house = (place: 0 | 1 | 2, told: string): Finding => ({
    ...houseChecks[place],
    message: told,
    verdict,
    at,
  });
  if (verdict === "nondeterministic") return house(2, message);
  if (!at || (stop?.index ?? 0) < 0) return { ...house(0, message), at: null };
  if (stop?.index === at.index) {
    const { mutated, changed } = stop;
    if (mutated !== undefined) {
      return house(
        1,
        attempt(() => words?.mutation?.(at, mutated) ?? message, message),
      );
    }
    // The words of an exercise are about its state; an event is no less given.
    if (changed?.of === "event") return house(1, message);
    const checkSpeaks = verdict === "threw" ? !isAccident(message) : verdict === "state-invalid";
    if (!checkSpeaks) {
      const perLog = limitVerdicts.has(verdict) ? " Every log that is folded has this limit to itself." : "";
      return house(0, `${whereOf(at)} your code stopped. ${message}${perLog}`);
    }
  }
  const check = checks.find((each) => attempt(() => each.covers(at), false));
  const parted = `${whereOf(at)} your fold and the reference's part. What does this record say?`;
  if (!check) return house(0, parted);
  const told = verdict === "state-invalid" && stop?.index === at.index ? `${message} ` : "";
  const says = attempt(() => wordsOf(check, at), parted);
  return { id: check.id, title: check.title, message: told + says, verdict, at };
}

function wordsOf(check: Check, at: At): string {
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

function whereOf({ offset, command }: At): string {
  if (command) return `At the command ${command.type}`;
  return offset === null ? "On this call" : `At offset ${offset}`;
}
