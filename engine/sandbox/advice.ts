import type { Thrown } from "./answer.ts";
import { constantAssigned, escaped, isName, ownerOf } from "./in-source.ts";
import { linesOf } from "./lines.ts";
import { builtInOf, placeInStack } from "./place.ts";

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

/** One sentence that says what to do next; `error` fits name and message, `builtIn` what was at work. */
interface Row {
  error: RegExp;
  builtIn?: RegExp;
  fits?: (mistake: Mistake) => boolean;
  advice: string | ((mistake: Mistake) => string);
}

const frozenError = /^TypeError: (?:'(.*)' is read-only|object is not extensible|could not delete property)$/;

/** For something that was changed in place: events and states are frozen. */
const forChanges: Row[] = [
  {
    error: frozenError,
    builtIn: /^push$/,
    advice: "`push` changes the list itself: return a new one, `[...list, item]`.",
  },
  {
    error: frozenError,
    builtIn: /^unshift$/,
    advice: "`unshift` changes the list itself: return a new one, `[item, ...list]`.",
  },
  {
    error: frozenError,
    builtIn: /^(pop|shift)$/,
    advice:
      "`pop` and `shift` change the list itself: `slice` gives a new one without its last or first item.",
  },
  {
    error: frozenError,
    builtIn: /^splice$/,
    advice: "`splice` changes the list itself: `toSpliced` gives a new one, and so does `filter`.",
  },
  {
    error: frozenError,
    builtIn: /^(sort|reverse)$/,
    advice: "`sort` and `reverse` change the list itself: `toSorted` and `toReversed` give a new one.",
  },
  {
    error: frozenError,
    builtIn: /^assign$/,
    advice: "`Object.assign` changes its first object: return `{ ...state, name: value }` instead.",
  },
  {
    error: /^TypeError: could not delete property$/,
    builtIn: /^$/,
    advice: "To leave a name out, return a copy without it: `const { [name]: gone, ...rest } = lines`.",
  },
  {
    error: /^TypeError: '(.*)' is read-only$/,
    builtIn: /^$/,
    fits: ({ groups: [name = ""], source }) => constantAssigned(name, source).length > 0,
    advice: ({ groups: [name] }) =>
      `\`${name}\` is a const: declare it with let, or give the new value a name of its own.`,
  },
  {
    error: frozenError,
    advice:
      "Events and states are frozen: return a new object, `{ ...state, name: value }`, instead of changing the one you were given.",
  },
];

const forMissing: Row[] = [
  {
    error: /^TypeError: cannot (?:read|set) property 'Symbol\.iterator' of (?:undefined|null)$/,
    advice: "There is no list to go through at this record: begin with an empty one, `?? []`.",
  },
  {
    error: /^TypeError: cannot (?:read|set) property '(.*)' of (undefined|null)$/,
    fits: ({ groups: [name = ""], line }) => ownerOf(name, line)?.endsWith("]") === true,
    advice: ({ groups: [name = "", nothing], line }) =>
      `\`${ownerOf(name, line)}\` is ${nothing} at this record: give it something to begin with, \`${ownerOf(name, line)} ?? …\`.`,
  },
  {
    error: /^TypeError: cannot (?:read|set) property '(.*)' of (undefined|null)$/,
    fits: ({ groups: [name = ""], line }) => ownerOf(name, line) !== undefined,
    advice: ({ groups: [name = "", nothing], line }) =>
      `\`${ownerOf(name, line)}\` is ${nothing} at this record: is it spelled as in the shapes of the events, or in the state before it?`,
  },
  {
    error: /^TypeError: cannot (?:read|set) property '.*' of (?:undefined|null)$/,
    advice: "Something is missing there for this record: look at the record, and at the state before it.",
  },
  {
    error: /^TypeError: Cannot convert undefined or null to object$/,
    builtIn: /^$/,
    advice: "There is no object there to take names out of: look at the record, and at the state before it.",
  },
  {
    error: /^TypeError: Cannot convert undefined or null to object$/,
    builtIn: /^(entries|keys|values|fromEntries)$/,
    advice: "There is no object there at this record: begin with an empty one, `?? {}`.",
  },
  {
    error: /^TypeError: value is not iterable$/,
    advice:
      "Only lists can be gone through with for…of or spread into a list: take `Object.entries` of an object.",
  },
  {
    error: /^TypeError: not a function$/,
    advice:
      "Is the name spelled right, and does what stands before the dot have it? Lists have `map` and `filter`, objects do not.",
  },
  {
    error: /^TypeError: empty array$/,
    builtIn: /^reduce(Right)?$/,
    advice: "The list is empty at this record: give `reduce` something to begin with as its second argument.",
  },
];

const timers =
  /^ReferenceError: (?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame) is/;
const surroundings =
  /^ReferenceError: (?:process|require|Buffer|global|window|document|navigator|location|alert|localStorage|sessionStorage|fetch|XMLHttpRequest|WebSocket|Worker|performance|Intl) is not defined$/;

const forNames: Row[] = [
  { error: timers, advice: "There are no timers here: a fold depends on the records alone." },
  {
    error: surroundings,
    advice:
      "Your code runs in a room of its own, with the language and nothing else: what it needs has to stand in the record.",
  },
  {
    error: /^ReferenceError: (?:module|exports) is not defined$/,
    advice: "Write `export` before each function instead.",
  },
  {
    error: /^ReferenceError: crypto is not defined$/,
    advice: "There is no chance here: take an id from the record, such as `event.metadata.id`.",
  },
  {
    error: /^ReferenceError: structuredClone is not defined$/,
    advice: "Copy what changes with `{ ...state }`; what stays the same can be shared.",
  },
  {
    error: /^ReferenceError: (.*) is not defined$/,
    fits: ({ groups: [name = ""], source }) =>
      isName(name) && new RegExp(`\\b(?:type|interface)\\s+${escaped(name)}\\b`).test(source),
    advice: ({ groups: [name] }) =>
      `\`${name}\` is a type, and types are gone when your code runs: use a value here.`,
  },
  {
    error: /^ReferenceError: .* is not defined$/,
    advice: "Is it declared, and spelled the same everywhere?",
  },
  {
    error: /^ReferenceError: .* is not initialized$/,
    advice: "It is used before its `let` or `const` has run: move the declaration above the first use.",
  },
];

const forValues: Row[] = [
  { error: /^InternalError: string too long$/, advice: "Is a text growing without end?" },
  { error: /^RangeError: BigInt is too large/, advice: "Is a number growing without end?" },
  {
    error: /^SyntaxError: /,
    builtIn: /^parse$/,
    advice: "That is no JSON text; an event comes parsed already: take its values from `event.data`.",
  },
  {
    error: /^TypeError: .*BigInt/,
    advice:
      "A BigInt such as 1n does not mix with numbers and cannot be kept in a state: write plain numbers.",
  },
  {
    error: /^TypeError: circular reference$/,
    advice: "Something there contains itself: keep the id of the other part instead of the part.",
  },
  {
    error: /^RangeError: Date value is NaN$/,
    advice: "That is no moment: the record's own stands in `event.metadata.occurredAt`.",
  },
  {
    error: /^TypeError: class constructors must be invoked with 'new'$/,
    fits: ({ called, source }) => new RegExp(`\\bclass\\s+${escaped(called)}\\b`).test(source),
    advice: ({ called }) => `Export a function here, not a class: \`export function ${called}\`.`,
  },
  {
    error: /^Error: /,
    builtIn: /^$/,
    fits: ({ called }) => called === "evolve" || called === "project",
    advice: ({ called }) =>
      `The record is in the log already, and \`${called}\` comes too late to refuse it: return what holds after it.`,
  },
  {
    error: /^Error: /,
    builtIn: /^$/,
    fits: ({ called }) => called === "decide",
    advice: "To refuse a command, return `{ rejected: reason }`.",
  },
];

const allRows = [...forChanges, ...forMissing, ...forNames, ...forValues];

/**
 * What to try after an error that `called` threw, in one sentence; empty where nothing is known that surely helps.
 */
export function adviceFor(thrown: Thrown, called: string, source: string): string {
  return adviceIn(allRows, thrown, called, source);
}

/** What to try where a state was changed in place; empty where the error tells of something else. */
export function adviceForChange(thrown: Thrown, source: string): string {
  return adviceIn(forChanges, thrown, "", source);
}

function adviceIn(
  rows: Row[],
  { kind, name, message, stack }: Thrown,
  called: string,
  source: string,
): string {
  if (kind !== "object") return "";
  const builtIn = builtInOf(stack);
  const line = linesOf(source)[(placeInStack(stack, source)?.line ?? 0) - 1] ?? "";
  for (const row of rows) {
    const found = row.error.exec(`${name}: ${message}`);
    if (!found || (row.builtIn && !row.builtIn.test(builtIn))) continue;
    const mistake = { groups: found.slice(1), called, source, line };
    if (row.fits && !row.fits(mistake)) continue;
    return typeof row.advice === "string" ? row.advice : row.advice(mistake);
  }
  return "";
}
