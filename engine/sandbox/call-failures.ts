import type { SourcePlace, Verdict } from "../fold/trace.ts";
import { runSentences } from "../sentences/english/runs.ts";
import { reasonOf } from "../sentences/invalid-value-reasons.ts";
import { joinMessages, type Message, sentencesFrom, verbatimMessage } from "../sentences/message.ts";
import { adviceFor, adviceForChange } from "./error-advice.ts";
import type { Failure } from "./fold-failures.ts";
import type { GuestCallResult, LimitHit, Thrown } from "./guest-call-result.ts";
import { adviceForInvalidState, adviceForMissingState } from "./invalid-state-advice.ts";
import { limits } from "./limits.ts";
import { missingEventMember } from "./missing-event-member.ts";
import { declarationOf } from "./source-search.ts";
import { builtInOf } from "./stack-location.ts";
import { placeOfLimit, placeOfThrow } from "./thrown-at.ts";

const says = sentencesFrom(runSentences);

/** Words for an answer that is not a value. `called` is the function that was called; `source` the learner's TypeScript. */
export function failureOf(
  answer: Exclude<GuestCallResult, { kind: "value" }>,
  called: string,
  source: string,
): Failure {
  switch (answer.kind) {
    case "threw":
      return threw(answer.thrown, called, source);
    case "invalid":
      return unkept(called, answer.reason, answer.path, source);
    case "promise":
      return placed(promised(called), declarationOf(called, source));
    case "limit":
      return placed(
        { verdict: limitVerdicts[answer.limit], ...limitWords(answer) },
        placeOfLimit(answer, source),
      );
    case "unreadable":
      return { verdict: "result-unreadable", ...says("result-unreadable", { called }) };
  }
}

const limitVerdicts: Record<LimitHit["limit"], Verdict> = {
  time: "time-limit",
  "run time": "time-limit",
  memory: "memory-limit",
  stack: "stack-limit",
};

function limitWords({ limit, stack }: LimitHit): Message {
  switch (limit) {
    case "time":
      return joinMessages(
        says("ticks-of-record", { ticks: limits.ticksPerEvent }),
        /^(test|exec|match|matchAll|replace|replaceAll|search|split)$/.test(builtInOf(stack))
          ? says("repeating-pattern")
          : says("endless-loop"),
      );
    case "run time":
      return says("ticks-of-all-records", { ticks: limits.ticksPerRun });
    case "memory":
      return says("memory-used", { megabytes: limits.guestMemoryBytes / 2 ** 20 });
    case "stack":
      return says("stack-used", { kilobytes: limits.guestStackBytes / 1024 });
  }
}

/** Words for a state that was changed in place at `path`, which came out as `thrown` where states are frozen. */
export function changedState(stop: Failure, thrown: Thrown | null, path: string, source: string): Failure {
  const changed = path === "" ? says("state-changed") : says("state-changed-at", { path });
  const advice = (thrown && adviceForChange(thrown, source)) || says("return-a-new-state");
  return { ...stop, ...joinMessages(changed, advice) };
}

/** Words for an event that was changed in place at `path`. */
export function changedEvent(stop: Failure, path: string): Failure {
  return { ...stop, ...says("event-changed-at", { path }) };
}

function threw(thrown: Thrown, called: string, source: string): Failure {
  const message = joinMessages(whatWasThrown(thrown), adviceFor(thrown, called, source));
  return placed({ verdict: "threw", ...message }, placeOfThrow(thrown, source));
}

function whatWasThrown({ kind, name, message }: Thrown): Message {
  if (kind === "unprintable") return says("threw-unprintable");
  if (kind === "null" || kind === "undefined" || kind === "symbol") return says("threw-kind", { kind });
  if (kind !== "object") return says("threw-value", { kind, value: message });
  if (message === "") return name === "" ? says("threw-object") : says("threw-named", { name });
  const text = message.replace(/[.!]$/, "");
  return name === "" ? says("threw-message", { text }) : verbatimMessage(`${name}: ${text}.`);
}

function promised(called: string): Failure {
  return { verdict: "async-not-allowed", ...says("promise-returned", { called }) };
}

function unkept(called: string, reason: string, path: string, source: string): Failure {
  const declared = declarationOf(called, source);
  if (path === "" && reason === "is undefined") {
    const message = joinMessages(
      says("undefined-returned", { called }),
      adviceForMissingState(called, source),
    );
    return placed({ verdict: "state-invalid", ...message }, declared);
  }
  const returned = {
    called,
    what: stateFunctions.has(called) ? ("state" as const) : ("answer" as const),
    path: shortened(path.slice(1)),
    ...reasonOf(reason),
  };
  // A value that the event does not have explains the state: it comes first, and its line is the one to show.
  const missing = /^is (undefined|NaN)/.test(reason) ? missingEventMember(called, source) : undefined;
  return placed(
    {
      verdict: "state-invalid",
      ...(missing
        ? joinMessages(missing.sentence, says("so-invalid-returned", returned))
        : joinMessages(says("invalid-returned", returned), adviceForInvalidState(reason))),
    },
    missing?.place ?? declared,
  );
}

const stateFunctions = new Set(["initialState", "evolve", "initialView", "project"]);

function shortened(path: string): string {
  return path.length <= 80 ? path : `${path.slice(0, 40)} … ${path.slice(-20)}`;
}

function placed(stop: Failure, source: SourcePlace | undefined): Failure {
  return { ...stop, ...(source && { source }) };
}
