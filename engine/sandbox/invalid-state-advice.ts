import { adviceSentences } from "../sentences/english/advice.ts";
import { type Message, type PlainCode, sentencesFrom } from "../sentences/message.ts";
import { declarationIndex } from "./source-search.ts";

const says = sentencesFrom(adviceSentences);

/** What to try when an answer cannot be kept, by what the engine says of it. One sentence each, by its code. */
const rows: [reason: RegExp, advice: PlainCode<typeof adviceSentences>][] = [
  [/^is undefined/, "undefined-in-state"],
  [/^is NaN/, "nan-in-state"],
  [/^is infinite/, "divided-by-zero"],
  [/^is a Map/, "object-instead-of-map"],
  [/^is a Set/, "list-instead-of-set"],
  [/^is a Date/, "date-as-string"],
  [/^is an object of/, "plain-object"],
  [/^is a function/, "function-in-state"],
  [/^is a BigInt/, "plain-number"],
  [/^is a symbol|^has a symbol/, "string-instead-of-symbol"],
  [/^is a getter/, "value-instead-of-getter"],
  [/^contains itself/, "id-instead-of-cycle"],
  [/^is a name on a list/, "name-beside-list"],
  [/a hole in a list/, "hole-in-list"],
  [/levels deep/, "flat-object"],
  [/^is larger|^holds more|^has a key larger/, "keep-less"],
];

/** What to try when `called` returned something that cannot be kept, in one sentence. */
export function adviceForInvalidState(reason: string): Message {
  const row = rows.find(([pattern]) => pattern.test(reason));
  return says(row?.[1] ?? "what-a-state-holds");
}

/** What to try when `called` returned undefined. */
export function adviceForMissingState(called: string, source: string): Message {
  const begin = declarationIndex(called, source);
  const body = begin === undefined ? "" : source.slice(begin);
  if (/^[^;{]*=>\s*\{\s*[\w$"']+\s*:[^;]*\}/.test(body.split("\n\n")[0] ?? "")) {
    return says("braces-start-a-block");
  }
  if (/\breturn[ \t]*\r?\n\s*[({[]/.test(body)) {
    return says("return-alone");
  }
  return says(called === "evolve" || called === "project" ? "return-missing-in-branch" : "return-missing");
}
