import { CommandError } from "./command-error.ts";

/** A word of a command line. `start` is where it begins in the line, quotes included. */
export interface Word {
  text: string;
  start: number;
  /** False while its quote is still open: somebody is typing it. */
  closed: boolean;
}

/** Characters that a shell would act on. There is no shell here, and a learner who expects one is told so. */
const ofShells = /[|<>;&`$*]/;

/**
 * Splits a line at its blanks. Single quotes keep all they hold; double quotes keep all but `\"` and `\\`; a backslash
 * outside of quotes keeps the next character. Characters of a shell outside of quotes throw `Stop`, unless the line
 * is still being typed.
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
      if (quote === "" && !typing && ofShells.test(character)) throw noShell(character);
      word.text += character;
    }
  }
  if (quote !== "" && !typing)
    throw new CommandError(`A quote is still open: ${quote} is missing at the end.`);
  return words;
}

function noShell(character: string): CommandError {
  return new CommandError(
    `This is not a shell: pipes, redirects, variables and patterns do nothing here. Put ${character} in quotes if you mean the character itself.`,
  );
}
