import { CommandError } from "./command-error.ts";

/** A word of a command line, or an operator between words. */
export interface Word {
  text: string;
  /** Where it begins in the line, quotes included. */
  start: number;
  /** False while its quote is still open: somebody is typing it. */
  closed: boolean;
  /** A pipe between two tools, or a here-string: the word after it is the tool's input. */
  operator?: "|" | "<<<";
}

/** What a shell would do with a character outside of quotes, and what stands in its place here. */
const ofShells: Record<string, string> = {
  ";": "One line is one command, or several with pipes between them.",
  "&": "One line is one command, or several with pipes between them.",
  "<": "There are no files and no redirects. <<< 'text' gives a tool its input.",
  ">": "There are no files and no redirects: what a tool prints goes to the screen or into a pipe.",
  "`": "There are no processes whose output could be put here.",
  $: "There are no variables, and no processes whose output could be put here.",
  "*": "There are no files that a pattern could name.",
};

/** In double quotes a shell still puts in variables and the output of processes. */
const expanded = /^(`|\$[\w({])/;

/**
 * Splits a line at its blanks, pipes and here-strings. Single quotes keep all they hold; double quotes keep all but
 * `\"` and `\\`; a backslash outside of quotes keeps the next character. What only a shell could do throws `Stop`,
 * unless the line is still being typed.
 */
export function wordsOf(line: string, typing = false): Word[] {
  const words: Word[] = [];
  let word: Word | null = null;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    if (quote === "" && /\s/.test(character)) {
      word = null;
      continue;
    }
    const operator = quote === "" ? operatorAt(line, at, typing) : null;
    if (operator) {
      words.push({ text: operator, start: at, closed: true, operator });
      word = null;
      at += operator.length - 1;
      continue;
    }
    if (word === null) {
      word = { text: "", start: at, closed: true };
      words.push(word);
    }
    const next = line[at + 1];
    if (character === "\\" && next !== undefined && (quote === "" || (quote === '"' && /["\\]/.test(next)))) {
      word.text += next;
      at++;
    } else if (character === quote) {
      quote = "";
      word.closed = true;
    } else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      word.closed = false;
    } else {
      if (!typing) expectNoShell(line, at, quote);
      word.text += character;
    }
  }
  if (quote !== "" && !typing)
    throw new CommandError(`A quote is still open: ${quote} is missing at the end.`);
  return words;
}

function operatorAt(line: string, at: number, typing: boolean): Word["operator"] | null {
  if (line.startsWith("<<<", at)) return "<<<";
  if (line[at] !== "|") return null;
  if (!typing && /[|&]/.test(line[at + 1] ?? "")) {
    throw noShell(line.slice(at, at + 2), "A pipe is written with one |.");
  }
  return "|";
}

function expectNoShell(line: string, at: number, quote: string): void {
  const character = line[at] as string;
  const reason = Object.hasOwn(ofShells, character) ? ofShells[character] : undefined;
  if (reason === undefined) return;
  if (quote === "") throw noShell(character, reason);
  if (quote === '"' && expanded.test(line.slice(at, at + 2))) {
    throw new CommandError(
      `This is not a shell. ${reason} In single quotes, ${character} means the character itself.`,
    );
  }
}

function noShell(characters: string, reason: string): CommandError {
  return new CommandError(
    `This is not a shell. ${reason} Put ${characters} in quotes if you mean the character itself.`,
  );
}
