import { Stop } from "./stop.ts";

/** A word of a command line. `start` is where it begins in the line, quotes included. */
export interface Word {
  text: string;
  start: number;
  /** False while its quote is still open: somebody is typing it. */
  closed: boolean;
}

/** What a shell would act on. There is none here, and a learner who expects one is told so. */
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
  if (quote !== "" && !typing) throw new Stop(`A quote is still open: ${quote} is missing at the end.`);
  return words;
}

function noShell(character: string): Stop {
  return new Stop(
    `No shell reads this line: pipes, redirects, variables and patterns do nothing here. Put ${character} between quotes where you mean the character itself.`,
  );
}
