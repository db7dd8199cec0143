import type { SourcePlace, Verdict } from "../fold/trace.ts";
import { compileSentences } from "../sentences/english/compile.ts";
import { runSentences } from "../sentences/english/runs.ts";
import { stoppedRunSentences } from "../sentences/english/stopped-runs.ts";
import { joinMessages, type Message, sentencesFrom, verbatimMessage } from "../sentences/message.ts";
import { limits } from "./limits.ts";

const says = sentencesFrom(runSentences);
const saysOfCompiling = sentencesFrom(compileSentences);
const saysFromOutside = sentencesFrom(stoppedRunSentences);

/** Why a fold stopped, in words for the learner: what happened, and what to try. */
export interface Failure extends Message {
  verdict: Verdict;
  source?: SourcePlace;
}

/** Words for a fold that was ended from outside the engine after this many milliseconds. */
export function endedAfter(milliseconds: number): Failure {
  return {
    verdict: "time-limit",
    ...saysFromOutside("run-ended-after", { seconds: milliseconds / 1000 }),
  };
}

/** Words for a breakpoint or watch that could not be compiled; `why` is the engine's word, where it has one. */
export function problemOfExpression(expression: string, why: string): Failure {
  const reason = why === "" ? "" : `${why.charAt(0).toUpperCase()}${why.slice(1).replace(/\.$/, "")}.`;
  // The driver puts brackets and a semicolon around the expression: of these the parser says nothing that helps.
  const ending = /'([);])'$/.exec(why)?.[1];
  const isIncomplete = ending !== undefined && !expression.includes(ending);
  return {
    verdict: "compile-error",
    ...joinMessages(
      says("expression-invalid", { expression }),
      isIncomplete ? says("expression-incomplete") : verbatimMessage(reason),
      says("names-of-expressions"),
    ),
  };
}

export const slowExpression: Failure = {
  verdict: "time-limit",
  ...says("expression-slow"),
};

export function sourceTooLarge(bytes: number): Failure {
  return {
    verdict: "source-too-large",
    ...saysOfCompiling("source-too-large", { bytes, most: limits.sourceBytes }),
  };
}

export const givenUpFailure: Failure = { verdict: "cancelled", ...saysFromOutside("run-cancelled") };

export function engineFault(): Failure {
  return { verdict: "engine-fault", ...saysFromOutside("engine-crashed") };
}

/** Words for a fold that gave two different answers; `path` leads to the difference, and may be empty. */
export function nondeterministic(path: string): Failure {
  return {
    verdict: "nondeterministic",
    ...(path === "" ? says("folds-differ") : says("folds-differ-at", { path })),
  };
}
