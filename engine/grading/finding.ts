import type { Trace, Verdict } from "../fold/trace.ts";
import type { At, ExerciseChecks } from "./checks.ts";

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
    if (stop.mutated !== undefined) return house(1, words?.mutation?.(at, stop.mutated) ?? message);
    const checkSpeaks = verdict === "threw" ? !isAccident(message) : verdict === "state-invalid";
    if (!checkSpeaks) return house(0, `${whereOf(at)} your code stopped. ${message}`);
  }
  const check = checks.find((each) => each.covers(at));
  if (!check) return house(0, `${whereOf(at)} your fold and the reference's part.`);
  const told = verdict === "state-invalid" && stop?.index === at.index ? `${message} ` : "";
  return { id: check.id, title: check.title, message: told + check.message(at), verdict, at };
}

/** Whether the engine threw, not the learner on purpose: then its words help more than the exercise's. */
function isAccident(message: string): boolean {
  return /^(Type|Reference|Range|Syntax|Internal|URI)Error\b/.test(message);
}

function whereOf({ offset, command }: At): string {
  if (command) return `At the command ${command.type}`;
  return offset === null ? "On this call" : `At offset ${offset}`;
}
