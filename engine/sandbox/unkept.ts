import { declarationIndex } from "./in-source.ts";

/** What to try when an answer cannot be kept, by what the engine says of it. One sentence each. */
const rows: [reason: RegExp, advice: string][] = [
  [
    /^is undefined/,
    "See how it is spelled in the record; where there is no value, write null or leave the name out.",
  ],
  [/^is NaN/, "Was a value missing in a sum? Give it something to begin with, `?? 0`."],
  [/^is infinite/, "Was something divided by 0?"],
  [/^is a Map/, "Use a plain object, such as `{ hat: 1 }`."],
  [/^is a Set/, "Use a list, or a plain object with true for each."],
  [/^is a Date/, "Keep its text, as `event.metadata.occurredAt` does."],
  [/^is an object of/, "Keep a plain object with the same names, such as `{ ...item }`."],
  [/^is a function/, "A state holds data only: keep the function outside, and give it the state."],
  [/^is a BigInt/, "Write a plain number, without the n."],
  [/^is a symbol|^has a symbol/, "Use a text."],
  [/^is a getter/, "Write the value itself."],
  [/^contains itself/, "Keep the id of the other part instead of the part."],
  [/a hole in a list/, "Give every place of the list a value, null where there is none."],
  [/levels deep/, "Keep the parts side by side, each under its id."],
  [/^is larger|^holds more|^has a key larger/, "Keep what later records need, not all that has been seen."],
];

/** What to try when `called` returned something that cannot be kept, in one sentence. */
export function adviceForUnkept(reason: string): string {
  const row = rows.find(([pattern]) => pattern.test(reason));
  return row?.[1] ?? "Plain objects, lists, texts, numbers, true, false and null can be kept.";
}

/** What to try when `called` returned undefined. */
export function adviceForNothing(called: string, source: string): string {
  const begin = declarationIndex(called, source);
  const body = begin === undefined ? "" : source.slice(begin);
  if (/^[^;{]*=>\s*\{\s*[\w$"']+\s*:[^;]*\}/.test(body.split("\n\n")[0] ?? "")) {
    return "Put parentheses round the object: `=> ({ … })`; braces alone begin a block.";
  }
  if (/\breturn[ \t]*\r?\n\s*[({[]/.test(body)) {
    return "A `return` stands alone on its line: its value has to begin beside it.";
  }
  return called === "evolve" || called === "project"
    ? "Is a return missing on the way this record takes?"
    : "Is a return missing?";
}
