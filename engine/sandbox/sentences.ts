import type { SourcePlace, Verdict } from "../fold/trace.ts";
import type { Answer, Thrown } from "./guest.ts";
import { limits } from "./limits.ts";
import { placeInStack } from "./place.ts";

/** Why a fold stopped, in one sentence for the learner that says what to try. */
export interface Stop {
  verdict: Verdict;
  message: string;
  source?: SourcePlace;
}

/** Words for an answer that is no value. `name` is the function that was called; `source` the learner's TypeScript. */
export function stopOf(answer: Exclude<Answer, { kind: "value" }>, name: string, source: string): Stop {
  switch (answer.kind) {
    case "threw":
      return threw(answer.thrown, source);
    case "invalid":
      return invalid(name, answer.reason, answer.path);
    case "promise":
      return {
        verdict: "async-not-allowed",
        message: `\`${name}\` returned a promise. It must return its answer itself: take out async and await.`,
      };
    case "limit":
      return limitStops[answer.limit];
    case "unreadable":
      return {
        verdict: "result-unreadable",
        message: `What \`${name}\` returned could not be read: your code replaced a built-in that is needed for it.`,
      };
  }
}

const limitStops: Record<"time" | "memory" | "stack", Stop> = {
  time: {
    verdict: "time-limit",
    message: "Your code worked on this record for too long. Is there a loop that never ends?",
  },
  memory: {
    verdict: "memory-limit",
    message: `Your code used more than ${limits.guestMemoryBytes / 2 ** 20} MB. Is something growing without end?`,
  },
  stack: {
    verdict: "stack-limit",
    message: "Functions called each other too deeply. Is there a recursion that never ends?",
  },
};

/** Words for a fold that was ended from outside the engine, after so many milliseconds. */
export function endedAfter(milliseconds: number): Stop {
  return {
    verdict: "time-limit",
    message: `Your code ran for more than ${milliseconds / 1000} s and was stopped. Is there a loop that never ends?`,
  };
}

export const hardTimeLimit = endedAfter(limits.cpuMilliseconds);

export function sourceTooLarge(bytes: number): Stop {
  return {
    verdict: "source-too-large",
    message: `Your code is ${bytes.toLocaleString("en")} bytes long; the limit is ${limits.sourceBytes.toLocaleString("en")}.`,
  };
}

export function engineFault(): Stop {
  return {
    verdict: "engine-fault",
    message: "The engine broke down on this run. Nothing is lost; run it again.",
  };
}

function threw(thrown: Thrown, source: string): Stop {
  const place = placeInStack(thrown.stack, source);
  return {
    verdict: "threw",
    message: [whatWasThrown(thrown), advice(thrown)].filter(Boolean).join(" "),
    ...(place && { source: place }),
  };
}

function whatWasThrown({ kind, name, message }: Thrown): string {
  if (kind === "unprintable") return "Your code threw something that cannot be printed.";
  if (kind === "null" || kind === "undefined" || kind === "symbol") return `Your code threw ${kind}.`;
  if (kind !== "object") return `Your code threw the ${kind} ${message}.`;
  if (message === "")
    return name === "" ? "Your code threw an object without a message." : `Your code threw ${name}.`;
  return `${name === "" ? "Your code threw" : name}: ${message.replace(/[.!]$/, "")}.`;
}

/** What to try, for the mistakes that are made most. */
function advice({ name, message }: Thrown): string {
  if (name === "TypeError") {
    if (/read-only|not extensible|could not delete|not configurable/.test(message)) {
      return "Events and states are frozen: return a new object instead of changing the one you were given.";
    }
    if (/of (undefined|null)$/.test(message)) {
      return "Something is missing there for this record. Look at the record and at the state before it.";
    }
    if (/not a function/.test(message)) return "Is the name spelled as in the shapes below the editor?";
    if (/without 'new'|class constructor/.test(message)) return "Export a function here, not a class.";
  }
  if (name === "ReferenceError") {
    if (/setTimeout|setInterval|queueMicrotask/.test(message)) {
      return "There are no timers here: a fold depends on the records alone.";
    }
    if (/process|require|window|document|fetch|performance/.test(message)) {
      return "Your code runs in a room of its own, with the language and nothing else.";
    }
    return "Is it declared, and spelled the same everywhere?";
  }
  return "";
}

function invalid(name: string, reason: string, path: string): Stop {
  const what = name === "decide" || !stateFunctions.has(name) ? "an answer" : "a state";
  if (path === "" && reason === "is undefined") {
    return { verdict: "state-invalid", message: `\`${name}\` returned undefined. Is a return missing?` };
  }
  const place = path === "" ? "that" : `in which \`${path.slice(1)}\``;
  return {
    verdict: "state-invalid",
    message: `\`${name}\` returned ${what} ${place} ${reason}. ${insteadOf(reason)}`,
  };
}

const stateFunctions = new Set(["initialState", "evolve", "initialView", "project"]);

function insteadOf(reason: string): string {
  if (/Map|Set/.test(reason)) return "Use a plain object or a list.";
  if (/Date/.test(reason)) return "Keep the text or the milliseconds of the moment.";
  if (/NaN|infinite/.test(reason)) return "Was a number missing in a sum?";
  return "Plain objects, lists, texts, numbers, true, false and null can be kept.";
}
