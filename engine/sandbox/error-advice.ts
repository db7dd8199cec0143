import { adviceSentences } from "../sentences/english/advice.ts";
import { type Message, type PlainCode, sentencesFrom } from "../sentences/message.ts";
import type { Thrown } from "./guest-call-result.ts";
import { linesOf } from "./line-and-column.ts";
import { constantAssigned, escaped, isName, ownerOf } from "./source-search.ts";
import { builtInOf, findPlaceInStack } from "./stack-location.ts";

const says = sentencesFrom(adviceSentences);

/** What is known of an error when advice is looked for. */
interface Mistake {
  /** Of the error's text: the groups of the row's `error`. */
  groups: string[];
  /** The learner's function that was called, such as `evolve`. */
  called: string;
  /** The learner's whole source, and its line at which the error was thrown. */
  source: string;
  line: string;
}

/** A sentence that says what to do next, by its code; `error` fits name and message, `builtIn` what was at work. */
interface Row {
  error: RegExp;
  builtIn?: RegExp;
  fits?: (mistake: Mistake) => boolean;
  advice: PlainCode<typeof adviceSentences> | ((mistake: Mistake) => Message);
}

const frozenError = /^TypeError: (?:'(.*)' is read-only|object is not extensible|could not delete property)$/;

/** For something that was changed in place: events and states are frozen. */
const forChanges: Row[] = [
  {
    error: frozenError,
    builtIn: /^push$/,
    advice: "push-changes-list",
  },
  {
    error: frozenError,
    builtIn: /^unshift$/,
    advice: "unshift-changes-list",
  },
  {
    error: frozenError,
    builtIn: /^(pop|shift)$/,
    advice: "pop-changes-list",
  },
  {
    error: frozenError,
    builtIn: /^splice$/,
    advice: "splice-changes-list",
  },
  {
    error: frozenError,
    builtIn: /^(sort|reverse)$/,
    advice: "sort-changes-list",
  },
  {
    error: frozenError,
    builtIn: /^assign$/,
    advice: "assign-changes-object",
  },
  {
    error: /^TypeError: could not delete property$/,
    builtIn: /^$/,
    advice: "copy-without-property",
  },
  {
    error: /^TypeError: '(.*)' is read-only$/,
    builtIn: /^$/,
    fits: ({ groups: [name = ""], source }) => constantAssigned(name, source).length > 0,
    advice: ({ groups: [name = ""] }) => says("const-assigned", { name }),
  },
  {
    error: frozenError,
    advice: "frozen",
  },
];

const forMissing: Row[] = [
  {
    error: /^TypeError: cannot (?:read|set) property 'Symbol\.iterator' of (?:undefined|null)$/,
    advice: "no-list-to-loop-over",
  },
  {
    error: /^TypeError: cannot (?:read|set) property '(.*)' of (undefined|null)$/,
    fits: ({ groups: [name = ""], line }) => ownerOf(name, line)?.endsWith("]") === true,
    advice: ({ groups: [name = "", nothing = ""], line }) =>
      says("item-missing", { owner: ownerOf(name, line) ?? "", nothing }),
  },
  {
    error: /^TypeError: cannot (?:read|set) property '(.*)' of (undefined|null)$/,
    fits: ({ groups: [name = ""], line }) => ownerOf(name, line) !== undefined,
    advice: ({ groups: [name = "", nothing = ""], line }) =>
      says("owner-missing", { owner: ownerOf(name, line) ?? "", nothing }),
  },
  {
    error: /^TypeError: cannot (?:read|set) property '.*' of (?:undefined|null)$/,
    advice: "value-missing",
  },
  {
    error: /^TypeError: Cannot convert undefined or null to object$/,
    builtIn: /^$/,
    advice: "object-missing",
  },
  {
    error: /^TypeError: Cannot convert undefined or null to object$/,
    builtIn: /^(entries|keys|values|fromEntries)$/,
    advice: "default-object",
  },
  {
    error: /^TypeError: value is not iterable$/,
    advice: "not-iterable",
  },
  {
    error: /^TypeError: not a function$/,
    advice: "not-a-method",
  },
  {
    error: /^TypeError: empty array$/,
    builtIn: /^reduce(Right)?$/,
    advice: "reduce-of-nothing",
  },
];

const timers =
  /^ReferenceError: (?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame) is/;
const surroundings =
  /^ReferenceError: (?:process|require|Buffer|global|window|document|navigator|location|alert|localStorage|sessionStorage|fetch|XMLHttpRequest|WebSocket|Worker|performance|Intl) is not defined$/;

const forNames: Row[] = [
  { error: timers, advice: "no-timers" },
  {
    error: surroundings,
    advice: "sandboxed",
  },
  {
    error: /^ReferenceError: (?:module|exports) is not defined$/,
    advice: "write-export",
  },
  {
    error: /^ReferenceError: crypto is not defined$/,
    advice: "no-random-ids",
  },
  {
    error: /^ReferenceError: structuredClone is not defined$/,
    advice: "copy-what-changes",
  },
  {
    error: /^ReferenceError: (.*) is not defined$/,
    fits: ({ groups: [name = ""], source }) =>
      isName(name) && new RegExp(`\\b(?:type|interface)\\s+${escaped(name)}\\b`).test(source),
    advice: ({ groups: [name = ""] }) => says("type-used-as-value", { name }),
  },
  {
    error: /^ReferenceError: .* is not defined$/,
    advice: "is-it-declared",
  },
  {
    error: /^ReferenceError: .* is not initialized$/,
    advice: "used-before-declared",
  },
];

const forValues: Row[] = [
  { error: /^InternalError: string too long$/, advice: "string-grows" },
  { error: /^RangeError: BigInt is too large/, advice: "number-grows" },
  {
    error: /^SyntaxError: /,
    builtIn: /^parse$/,
    advice: "not-json",
  },
  {
    error: /^TypeError: .*BigInt/,
    advice: "bigint-does-not-mix",
  },
  {
    error: /^TypeError: circular reference$/,
    advice: "value-contains-itself",
  },
  {
    error: /^RangeError: Date value is NaN$/,
    advice: "not-a-date",
  },
  {
    error: /^TypeError: class constructors must be invoked with 'new'$/,
    fits: ({ called, source }) => new RegExp(`\\bclass\\s+${escaped(called)}\\b`).test(source),
    advice: ({ called }) => says("class-exported", { called }),
  },
  {
    error: /^Error: /,
    builtIn: /^$/,
    fits: ({ called }) => called === "evolve" || called === "project",
    advice: ({ called }) =>
      called === "project" ? says("project-cannot-refuse") : says("evolve-cannot-refuse"),
  },
  {
    error: /^Error: /,
    builtIn: /^$/,
    fits: ({ called }) => called === "decide",
    advice: "refuse-with-rejected",
  },
];

const allRows = [...forChanges, ...forMissing, ...forNames, ...forValues];

/**
 * What to try after an error that `called` threw, in one sentence; null where nothing is known that surely helps.
 */
export function adviceFor(thrown: Thrown, called: string, source: string): Message | null {
  return adviceIn(allRows, thrown, called, source);
}

/** What to try where a state was changed in place; null where the error tells of something else. */
export function adviceForChange(thrown: Thrown, source: string): Message | null {
  return adviceIn(forChanges, thrown, "", source);
}

function adviceIn(
  rows: Row[],
  { kind, name, message, stack }: Thrown,
  called: string,
  source: string,
): Message | null {
  if (kind !== "object") return null;
  const builtIn = builtInOf(stack);
  const line = linesOf(source)[(findPlaceInStack(stack, source)?.line ?? 0) - 1] ?? "";
  for (const row of rows) {
    const found = row.error.exec(`${name}: ${message}`);
    if (!found || (row.builtIn && !row.builtIn.test(builtIn))) continue;
    const mistake = { groups: found.slice(1), called, source, line };
    if (row.fits && !row.fits(mistake)) continue;
    return typeof row.advice === "string" ? says(row.advice) : row.advice(mistake);
  }
  return null;
}
