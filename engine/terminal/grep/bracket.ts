import { CommandError } from "../command-error.ts";
import type { CharacterTest } from "./pattern.ts";

const classes: Record<string, RegExp> = {
  alpha: /\p{L}/u,
  digit: /[0-9]/,
  alnum: /[\p{L}\p{Nd}]/u,
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  space: /\s/,
  blank: /[ \t]/,
  punct: /[\p{P}\p{S}]/u,
  print: /[^\p{C}]/u,
  graph: /[^\p{C}\s]/u,
  cntrl: /\p{Cc}/u,
  xdigit: /[0-9A-Fa-f]/,
};

const unmatched = () => new CommandError("grep: Unmatched [, [^, [:, [., or [=");

/** Reads a bracket expression such as `[^a-z[:digit:]]` whose `[` is at `at`. Throws `Stop` where it is none. */
export function readBracket(characters: string[], at: number): { test: CharacterTest; next: number } {
  let next = at + 1;
  const negated = characters[next] === "^";
  if (negated) next++;
  const tests: CharacterTest[] = [];
  for (let first = true; ; first = false) {
    const character = characters[next];
    if (character === undefined) throw unmatched();
    if (character === "]" && !first) break;
    const named = namedAt(characters, next);
    if (named) {
      tests.push(named.test);
      next = named.next;
      continue;
    }
    const end = characters[next + 2];
    if (characters[next + 1] === "-" && end !== undefined && end !== "]") {
      tests.push(range(character, end));
      next += 3;
    } else {
      tests.push((other) => other === character);
      next++;
    }
  }
  return { test: (character) => tests.some((test) => test(character)) !== negated, next: next + 1 };
}

function range(from: string, to: string): CharacterTest {
  const [least, most] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  if (least > most) throw new CommandError("grep: Invalid range end");
  return (character) => {
    const code = character.codePointAt(0) ?? -1;
    return code >= least && code <= most;
  };
}

/** `[:digit:]`, `[.-.]` or `[=a=]` inside a bracket expression. */
function namedAt(characters: string[], at: number): { test: CharacterTest; next: number } | null {
  const sign = characters[at + 1] ?? "";
  if (characters[at] !== "[" || !":.=".includes(sign) || sign === "") return null;
  const end = characters.findIndex(
    (each, index) => index > at + 1 && each === sign && characters[index + 1] === "]",
  );
  if (end < 0) throw unmatched();
  const name = characters.slice(at + 2, end).join("");
  const next = end + 2;
  if (sign !== ":") return { test: (character) => character === name, next };
  const pattern = Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (!pattern) throw new CommandError("grep: Invalid character class name");
  return { test: (character) => pattern.test(character), next };
}
