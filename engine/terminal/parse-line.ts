import { CommandError } from "./command-error.ts";
import type { Word } from "./split-words.ts";
import { wordsOf } from "./split-words.ts";

/** One tool of a line with its words. */
export interface ParsedCommand {
  name: string;
  words: string[];
  /** The text of its here-string, which is its input. */
  hereString?: string;
}

const most = 8;

/** The tools of a line, each of which reads what the one before it prints. Throws `Stop` for a line that is none. */
export function parseLine(line: string): ParsedCommand[] {
  const words = wordsOf(line);
  if (words.length === 0) return [];
  const parts = splitAtPipes(words);
  if (parts.length > most) {
    throw new CommandError(
      `One line has at most ${most} tools with pipes between them; this one has ${parts.length}.`,
    );
  }
  return parts.map((part, at) => parsePart(part, at > 0));
}

/** The words between pipes. */
export function splitAtPipes(words: Word[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (word.operator === "|") parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

function parsePart(part: Word[], hasPipe: boolean): ParsedCommand {
  const at = part.findIndex(({ operator }) => operator === "<<<");
  const given = at < 0 ? undefined : part[at + 1];
  if (at >= 0 && (given === undefined || given.operator)) {
    throw new CommandError("<<< needs a text after it: <<< 'text' gives the tool its input.");
  }
  if (at >= 0 && hasPipe) {
    throw new CommandError(
      "A tool after a pipe reads what comes through the pipe. Leave out <<< and its text.",
    );
  }
  const words = at < 0 ? part : part.toSpliced(at, 2);
  if (words.some(({ operator }) => operator === "<<<")) {
    throw new CommandError("A tool takes one <<<, and this one has several.");
  }
  const [name, ...rest] = words.map(({ text }) => text);
  if (name === undefined) throw new CommandError('A tool is missing beside the |. "help" lists the tools.');
  return { name, words: rest, ...(given && { hereString: given.text }) };
}
