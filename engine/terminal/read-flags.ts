import { CommandError } from "./command-error.ts";
import { nearestName } from "./nearest-name.ts";

/** One flag of a tool. */
export interface Flag {
  /** As the tool spells it, dashes included. */
  name: string;
  /** The same under another name. */
  also?: string;
  /** What its value is called in the help; without it the flag takes none. */
  takes?: string;
  /** What its second value is called, where it takes two. Both are among its values. */
  second?: string;
  /** Whether it may be given several times. */
  many?: boolean;
  /** What Tab offers for its value. */
  offers?: "topics" | "groups" | readonly string[];
  help: string;
}

/** The flags of one call, by their first name. */
export class Flags {
  #given: Map<string, string[]>;
  /** The words that belong to no flag. */
  readonly rest: string[];

  constructor(given: Map<string, string[]>, rest: string[]) {
    this.#given = given;
    this.rest = rest;
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  all(name: string): string[] {
    return this.#given.get(name) ?? [];
  }

  value(name: string): string | undefined {
    return this.all(name).at(-1);
  }

  /** Throws `Stop` where it is missing. */
  needed(name: string): string {
    const value = this.value(name);
    if (value === undefined)
      throw new CommandError(`Missing required argument "[${name.replace(/^-+/, "")}]"`);
    return value;
  }

  /** A whole number of at least `least`. Throws `Stop` for anything else. */
  number(name: string, least = 0): number | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : wholeNumber(value, name, least);
  }

  /** `key=value` pairs of a flag that may be given several times. */
  pairs(name: string): Map<string, string> {
    return new Map(
      this.all(name).map((pair) => {
        const at = pair.indexOf("=");
        if (at < 1) throw new CommandError(`${name} takes name=value, not ${JSON.stringify(pair)}.`);
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
  }
}

export function wholeNumber(value: string, name: string, least = 0): number {
  const number = Number(value);
  if (/^-?\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
  throw new CommandError(
    `Cannot parse argument '${value}' of option ${name}: it takes a whole number from ${least}.`,
  );
}

/**
 * Reads a call's words after the tool's name: `--flag value`, `--flag=value`, and for flags of one letter `-cvalue` and
 * several together. Throws `Stop` for a flag that there is not, with the nearest one.
 */
export function readFlags(tool: string, flags: readonly Flag[], words: string[]): Flags {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === "--") {
      rest.push(...left);
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      rest.push(word);
      continue;
    }
    const { flag, attached } = find(tool, flags, word);
    if (flag.takes === undefined) {
      given.set(flag.name, []);
      if (attached) left.unshift(`-${attached}`);
      continue;
    }
    const value = attached ?? left.shift();
    if (value === undefined)
      throw new CommandError(`Option ${flag.name} requires an argument: <${flag.takes}>.`);
    const before = given.get(flag.name);
    if (before && !flag.many) {
      throw new CommandError(`Found multiple arguments for option ${flag.name}, but you asked for only one.`);
    }
    const second = flag.second === undefined ? [] : left.splice(0, 1);
    if (flag.second !== undefined && second.length === 0)
      throw new CommandError(`Option ${flag.name} requires two arguments: <${flag.takes}> <${flag.second}>.`);
    given.set(flag.name, [...(before ?? []), value, ...second]);
  }
  return new Flags(given, rest);
}

function find(tool: string, flags: readonly Flag[], word: string): { flag: Flag; attached?: string } {
  const at = word.indexOf("=");
  const long = word.startsWith("--");
  const name = long && at > 0 ? word.slice(0, at) : word;
  const flag = flags.find((each) => each.name === name || each.also === name);
  if (flag && at > 0 && name !== word && flag.takes === undefined) {
    throw new CommandError(`Option ${name} takes no argument.`);
  }
  if (flag) return name === word ? { flag } : { flag, attached: word.slice(at + 1) };
  const short = long ? undefined : flags.find((each) => each.name === word.slice(0, 2));
  if (short && word.length > 2) return { flag: short, attached: word.slice(2) };
  const near = nearestName(
    name,
    flags.flatMap(({ name, also }) => (also ? [name, also] : [name])),
  );
  throw new CommandError(
    `${name.replace(/^-+/, "")} is not a recognized option.${near ? ` Did you mean ${near}?` : ""} "help ${tool}" lists them all.`,
  );
}
