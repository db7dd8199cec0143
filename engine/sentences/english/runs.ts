import { groupDigits } from "../group-digits.ts";
import { reasonInWords } from "../invalid-value-reasons.ts";

/** Where an invalid value is, and why. `path` is empty for the whole; `reason` and `detail` as in `InvalidValueReason`. */
type Returned = {
  called: string;
  what: "state" | "answer";
  path: string;
  reason: string;
  detail: string | number;
};

const returned = ({ called, what, path, reason, detail }: Returned) =>
  `\`${called}\` returned ${what === "state" ? "a state" : "an answer"} ${
    path === "" ? "that" : `in which \`${path}\``
  } ${reasonInWords(reason, detail)}.`;

/** Why a run stopped: what the learner's code returned, threw or changed, and which limit it reached. */
export const runSentences = {
  "result-unreadable": ({ called }: { called: string }) =>
    `The result of \`${called}\` could not be read: your code replaced a built-in function that the engine needs. Do not change the built-ins.`,
  "promise-returned": ({ called }: { called: string }) =>
    `\`${called}\` returned a promise. It must return the value itself: remove async and await.`,
  "undefined-returned": ({ called }: { called: string }) => `\`${called}\` returned undefined.`,
  "invalid-returned": returned,
  "so-invalid-returned": (given: Returned) => `So ${returned(given)}`,
  "event-member-missing": ({
    read,
    line,
    event,
    name,
  }: {
    read: string;
    line: number;
    event: string;
    name: string;
  }) =>
    `\`${read}\` in line ${line} is undefined: an event has \`type\`, \`data\` and \`metadata\`. Is it \`${event}.data.${name}\`?`,
  "not-an-event-decided":
    "`decide` returned a list with something that is not an event. An event is { type, data }.",
  "no-list-decided": "`decide` must return a list of events, or { rejected: reason }.",
  "no-event-upcast": "`upcast` must return an event: { type, data, metadata }.",

  "threw-unprintable": "Your code threw something that cannot be printed.",
  "threw-kind": ({ kind }: { kind: string }) => `Your code threw ${kind}.`,
  "threw-value": ({ kind, value }: { kind: string; value: string }) =>
    `Your code threw the ${kind} ${value}.`,
  "threw-object": "Your code threw an object without a message.",
  "threw-named": ({ name }: { name: string }) => `Your code threw ${name}.`,
  "threw-message": ({ text }: { text: string }) => `Your code threw: ${text}.`,

  "state-changed": "Your code changed the state it was given. A state is read-only.",
  "state-changed-at": ({ path }: { path: string }) =>
    `Your code changed the state it was given, at \`${path}\`. A state is read-only.`,
  "return-a-new-state": "Return a new state instead.",
  "event-changed-at": ({ path }: { path: string }) =>
    `Your code changed the event it was given, at \`${path}\`. An event is read-only: copy what you need into a new object.`,

  "ticks-of-record": ({ ticks }: { ticks: number }) =>
    `Your code ran past the step limit for one record: ${groupDigits(ticks)} engine ticks, about half a second.`,
  "ticks-of-all-records": ({ ticks }: { ticks: number }) =>
    `Your code ran past the step limit for all records together: ${groupDigits(ticks)} engine ticks, about a second. Does it go through all earlier records again for each record?`,
  "endless-loop": "Is there a loop that never ends?",
  "repeating-pattern": "Does the regular expression repeat something that repeats itself?",
  "memory-used": ({ megabytes }: { megabytes: number }) =>
    `Your code used more than ${megabytes} MB. Is a list or a string growing without end?`,
  "memory-of-states": ({ megabytes }: { megabytes: number }) =>
    `All states of this fold together use more than ${megabytes} MB. Does each hold more than it needs, or is something growing without end?`,
  "steps-too-large": ({ megabytes }: { megabytes: number }) =>
    `The steps of this fold together take more than ${megabytes} MB. Does the state grow with every record?`,
  "stack-used": ({ kilobytes }: { kilobytes: number }) =>
    `Function calls are nested too deeply: the limit is ${kilobytes} KB of stack. Is there a recursion that never ends?`,

  "expression-invalid": ({ expression }: { expression: string }) =>
    `\`${expression}\` is not a valid expression.`,
  "expression-incomplete": "Something is missing at its end.",
  "names-of-expressions": "Use state, before, event and key, for example event.metadata.position.offset > 2.",
  "expression-slow":
    "A breakpoint or watch expression took too long on this record. Use a simpler expression.",

  "folds-differ":
    "Two folds of the same log gave different results. A fold may depend on the records only, not on the clock, on random numbers or on variables outside the state. Take times and ids from `event.metadata`, and keep the rest in the state.",
  "folds-differ-at": ({ path }: { path: string }) =>
    `Two folds of the same log gave different results at \`${path}\`. A fold may depend on the records only, not on the clock, on random numbers or on variables outside the state. Take times and ids from \`event.metadata\`, and keep the rest in the state.`,
  "remembers-outside-state":
    "A second fold from the state before these records gave a different state than the whole fold. Your code remembers something outside the state: keep everything it needs in the state.",

  "fold-stopped-before": ({
    offset,
    partition,
    done,
    total,
  }: {
    offset: number;
    partition: string;
    done: number;
    total: number;
  }) =>
    `The fold stopped before offset ${groupDigits(offset)} of ${partition}, after ${groupDigits(done)} of ${groupDigits(total)} records.`,
  "last-part-unchecked": ({ total }: { total: number }) =>
    `All ${groupDigits(total)} records are folded. The last part could not be folded a second time, so nothing checked there whether your code keeps something outside the state.`,
};
