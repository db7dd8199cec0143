import { CommandError } from "../command-error.ts";
import { readBracket } from "./bracket.ts";
import { type CharacterTest, type Edge, isWord, type Pattern } from "./pattern.ts";

/** `-E`, what grep takes by itself, and `-F`. */
export type Syntax = "extended" | "basic" | "fixed";

const mostRepeats = 255;

const edges: Record<string, Edge> = { "<": "word-start", ">": "word-end", b: "word-edge", B: "no-word-edge" };
const shorthands: Record<string, CharacterTest> = {
  w: isWord,
  W: (character) => !isWord(character),
  s: (character) => /\s/.test(character),
  S: (character) => !/\s/.test(character),
};

/** Reads a pattern as GNU grep does. Throws `Stop` for one that it refuses, and for back-references. */
export function parsePattern(text: string, syntax: Syntax): Pattern {
  const characters = [...text];
  if (syntax === "fixed") return { kind: "sequence", parts: characters.map(literal) };
  const reader = new PatternReader(characters, syntax === "extended");
  return reader.whole();
}

function literal(character: string): Pattern {
  return { kind: "character", test: (other) => other === character };
}

class PatternReader {
  readonly #characters: string[];
  readonly #extended: boolean;
  #at = 0;
  #open = 0;

  constructor(characters: string[], extended: boolean) {
    this.#characters = characters;
    this.#extended = extended;
  }

  whole(): Pattern {
    const pattern = this.#alternatives();
    if (this.#at < this.#characters.length) throw new CommandError("grep: Unmatched ) or \\)");
    return pattern;
  }

  /** Whether the operator is here: `\(` in basic patterns, `(` in extended ones. */
  #here(operator: string): boolean {
    const text = this.#extended ? operator : `\\${operator}`;
    return [...text].every((character, index) => this.#characters[this.#at + index] === character);
  }

  #take(operator: string): boolean {
    if (!this.#here(operator)) return false;
    this.#at += this.#extended ? 1 : 2;
    return true;
  }

  #alternatives(): Pattern {
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    return parts.length === 1 ? (parts[0] as Pattern) : { kind: "alternatives", parts };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.#at < this.#characters.length && !this.#here("|")) {
      // An extended ")" that closes nothing is a character.
      if (this.#here(")") && (this.#open > 0 || !this.#extended)) break;
      const part = this.#one(parts.length === 0);
      parts.push(part.kind === "edge" && !this.#extended ? part : this.#repeated(part));
    }
    return { kind: "sequence", parts };
  }

  #one(first: boolean): Pattern {
    const character = this.#characters[this.#at] as string;
    if (this.#take("(")) {
      this.#open++;
      const part = this.#alternatives();
      if (!this.#take(")")) throw new CommandError("grep: Unmatched ( or \\(");
      this.#open--;
      return part;
    }
    if (character === "\\") return this.#escaped();
    if (character === "[") {
      const { test, next } = readBracket(this.#characters, this.#at);
      this.#at = next;
      return { kind: "character", test };
    }
    this.#at++;
    if (character === ".") return { kind: "character", test: () => true };
    if (character === "^" && (this.#extended || first)) return { kind: "edge", edge: "start" };
    if (character === "$" && (this.#extended || this.#endsHere())) return { kind: "edge", edge: "end" };
    // What is repeated at the start of an extended pattern is nothing.
    if (this.#extended && first && "*+?{".includes(character)) {
      this.#at--;
      if (this.#times()) return { kind: "sequence", parts: [] };
      this.#at++;
    }
    return literal(character);
  }

  #endsHere(): boolean {
    return this.#at === this.#characters.length || this.#here(")") || this.#here("|");
  }

  #escaped(): Pattern {
    const next = this.#characters[this.#at + 1];
    if (next === undefined) throw new CommandError("grep: Trailing backslash");
    if (/[1-9]/.test(next)) {
      throw new CommandError(
        `grep: \\${next} is not supported here: a pattern cannot refer back to what a group matched.`,
      );
    }
    this.#at += 2;
    if (Object.hasOwn(edges, next)) return { kind: "edge", edge: edges[next] as Edge };
    if (Object.hasOwn(shorthands, next))
      return { kind: "character", test: shorthands[next] as CharacterTest };
    return literal(next);
  }

  #repeated(part: Pattern): Pattern {
    let pattern = part;
    for (;;) {
      const times = this.#times();
      if (!times) return pattern;
      pattern = { kind: "repeat", part: pattern, ...times };
    }
  }

  /** How often what stands before may come, where that is said. */
  #times(): { least: number; most: number } | null {
    if (this.#characters[this.#at] === "*") {
      this.#at++;
      return { least: 0, most: Number.POSITIVE_INFINITY };
    }
    if (this.#take("+")) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.#take("?")) return { least: 0, most: 1 };
    if (!this.#here("{")) return null;
    const rest = this.#characters.slice(this.#at).join("");
    const form = this.#extended ? /^\{(\d*)(,?)(\d*)\}/ : /^\\\{(\d*)(,?)(\d*)\\\}/;
    const [whole, from = "", comma, to = ""] = form.exec(rest) ?? [];
    if (whole === undefined || (from === "" && !comma)) {
      // An extended brace that begins no interval is a character.
      if (this.#extended) return null;
      throw new CommandError("grep: Invalid content of \\{\\}");
    }
    this.#at += [...whole].length;
    const least = Number(from || 0);
    const most = comma ? (to === "" ? Number.POSITIVE_INFINITY : Number(to)) : least;
    if (least > most) throw new CommandError("grep: Invalid content of \\{\\}");
    if (least > mostRepeats || (most > mostRepeats && most !== Number.POSITIVE_INFINITY)) {
      throw new CommandError(`grep: Regular expression too big. Repeat at most ${mostRepeats} times.`);
    }
    return { least, most };
  }
}
