import type { SourcePlace, Verdict } from "../fold/trace.ts";
import { adviceFor, adviceForChange } from "./advice.ts";
import type { Answer, LimitHit, Thrown } from "./answer.ts";
import { declarationOf } from "./in-source.ts";
import { limits } from "./limits.ts";
import { builtInOf } from "./place.ts";
import { count, type Stop } from "./stops.ts";
import { placeOfLimit, placeOfThrow } from "./thrown-at.ts";
import { adviceForNothing, adviceForUnkept } from "./unkept.ts";

/** Words for an answer that is no value. `called` is the function that was called; `source` the learner's TypeScript. */
export function stopOf(answer: Exclude<Answer, { kind: "value" }>, called: string, source: string): Stop {
  switch (answer.kind) {
    case "threw":
      return threw(answer.thrown, called, source);
    case "invalid":
      return placed(unkept(called, answer.reason, answer.path, source), declarationOf(called, source));
    case "promise":
      return placed(promised(called), declarationOf(called, source));
    case "limit":
      return placed(
        { verdict: limitVerdicts[answer.limit], message: limitWords(answer) },
        placeOfLimit(answer, source),
      );
    case "unreadable":
      return {
        verdict: "result-unreadable",
        message: `What \`${called}\` returned could not be read: your code replaced a built-in that is needed for it. Leave the built-ins as they are.`,
      };
  }
}

const limitVerdicts: Record<LimitHit["limit"], Verdict> = {
  time: "time-limit",
  "run time": "time-limit",
  memory: "memory-limit",
  stack: "stack-limit",
};

function limitWords({ limit, stack }: LimitHit): string {
  switch (limit) {
    case "time":
      return `Your code worked on this record for too long: the limit is ${count(limits.ticksPerEvent)} ticks of the engine, about half a second. ${
        /^(test|exec|match|matchAll|replace|replaceAll|search|split)$/.test(builtInOf(stack))
          ? "Does the regular expression repeat something that repeats itself?"
          : "Is there a loop that never ends?"
      }`;
    case "run time":
      return `Your code worked on all records together for too long: the limit is ${count(limits.ticksPerRun)} ticks of the engine, about a second. Does it go through all that came before, record by record?`;
    case "memory":
      return `Your code used more than ${megabytes(limits.guestMemoryBytes)} MB. Is something growing without end?`;
    case "stack":
      return `Functions called each other too deeply: the limit is ${limits.guestStackBytes / 1024} KB of stack. Is there a recursion that never ends?`;
  }
}

/** Words for a state that was changed in place at `path`, which came out as `thrown` where states are frozen. */
export function changedState(stop: Stop, thrown: Thrown | null, path: string, source: string): Stop {
  const where = path === "" ? "" : `, at \`${path}\``;
  const advice = (thrown && adviceForChange(thrown, source)) || "Return a new one instead.";
  return {
    ...stop,
    message: `Your code changed the state it was given${where}. That state is past. ${advice}`,
  };
}

/** Words for an event that was changed in place at `path`. */
export function changedEvent(stop: Stop, path: string): Stop {
  const message = `Your code changed the event it was given, at \`${path}\`. An event is read-only and stays as it was recorded: put what you need of it into a new object.`;
  return { ...stop, message };
}

function threw(thrown: Thrown, called: string, source: string): Stop {
  const message = [whatWasThrown(thrown), adviceFor(thrown, called, source)].filter(Boolean).join(" ");
  return placed({ verdict: "threw", message }, placeOfThrow(thrown, source));
}

function whatWasThrown({ kind, name, message }: Thrown): string {
  if (kind === "unprintable") return "Your code threw something that cannot be printed.";
  if (kind === "null" || kind === "undefined" || kind === "symbol") return `Your code threw ${kind}.`;
  if (kind !== "object") return `Your code threw the ${kind} ${message}.`;
  if (message === "")
    return name === "" ? "Your code threw an object without a message." : `Your code threw ${name}.`;
  return `${name === "" ? "Your code threw" : name}: ${message.replace(/[.!]$/, "")}.`;
}

function promised(called: string): Stop {
  return {
    verdict: "async-not-allowed",
    message: `\`${called}\` returned a promise. It must return its answer itself: take out async and await.`,
  };
}

function unkept(called: string, reason: string, path: string, source: string): Stop {
  if (path === "" && reason === "is undefined") {
    return {
      verdict: "state-invalid",
      message: `\`${called}\` returned undefined. ${adviceForNothing(called, source)}`,
    };
  }
  const what = stateFunctions.has(called) ? "a state" : "an answer";
  const place = path === "" ? "that" : `in which \`${shortened(path.slice(1))}\``;
  const named = reason.replace(/^is a (?=[AEIOU])/, "is an ");
  return {
    verdict: "state-invalid",
    message: `\`${called}\` returned ${what} ${place} ${named}. ${adviceForUnkept(reason)}`,
  };
}

const stateFunctions = new Set(["initialState", "evolve", "initialView", "project"]);

function shortened(path: string): string {
  return path.length <= 80 ? path : `${path.slice(0, 40)} … ${path.slice(-20)}`;
}

function placed(stop: Stop, source: SourcePlace | undefined): Stop {
  return { ...stop, ...(source && { source }) };
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20;
}
