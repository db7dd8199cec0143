import type { SourcePlace, Verdict } from "../fold/trace.ts";
import { limits } from "./limits.ts";

/** Why a fold stopped, in words for the learner: what happened, and what to try. */
export interface Stop {
  verdict: Verdict;
  message: string;
  source?: SourcePlace;
}

/** Words for a fold that was ended from outside the engine, after so many milliseconds. */
export function endedAfter(milliseconds: number): Stop {
  return {
    verdict: "time-limit",
    message: `Your code ran for more than ${milliseconds / 1000} s and was stopped. Is there a loop that never ends?`,
  };
}

/** Words for a breakpoint or watch that could not be compiled; `why` is the engine's word, where it has one. */
export function problemOfExpression(expression: string, why: string): Stop {
  const reason = why === "" ? "" : ` ${why.charAt(0).toUpperCase()}${why.slice(1).replace(/\.$/, "")}.`;
  return {
    verdict: "compile-error",
    message: `\`${expression}\` is no expression.${reason} Write one over state, before, event and key, such as state.total > 100.`,
  };
}

export const slowExpression: Stop = {
  verdict: "time-limit",
  message: "A breakpoint or watch expression took too long on this record. Ask for something smaller.",
};

export const hardTimeLimit = endedAfter(limits.cpuMilliseconds);

export function sourceTooLarge(bytes: number): Stop {
  return {
    verdict: "source-too-large",
    message: `Your code is ${count(bytes)} bytes long; the limit is ${count(limits.sourceBytes)}. Take out what this fold does not need.`,
  };
}

export function engineFault(): Stop {
  return {
    verdict: "engine-fault",
    message: "The engine broke down on this run. Nothing is lost; run it again.",
  };
}

/** Words for a fold that came to two answers; `where` names what differs, and may be empty. */
export function nondeterministic(where: string): Stop {
  return {
    verdict: "nondeterministic",
    message: `Folded twice, your code gave two different answers${where}. A fold may depend on the records alone, not on the clock, on chance, or on what it kept from before: take times and ids from \`event.metadata\`, and keep the rest in the state.`,
  };
}

/** A number as it stands in a sentence. */
export function count(number: number): string {
  return number.toLocaleString("en");
}
