import { CommandError } from "../command-error.ts";
import type { Line } from "../tool-interface.ts";

/** What one tool may hold of its input, in characters. */
const mostCharacters = 8 * 1024 * 1024;

/** Lines that a tool holds until it knows what to print. Throws `Stop` where they become too many. */
export class KeptLines {
  readonly #tool: string;
  #lines: Line[] = [];
  #characters = 0;

  constructor(tool: string) {
    this.#tool = tool;
  }

  get length(): number {
    return this.#lines.length;
  }

  get characters(): number {
    return this.#characters;
  }

  add(line: Line): void {
    this.#characters += line.text.length + 1;
    if (this.#characters > mostCharacters) {
      throw new CommandError(
        `(Stopped: ${this.#tool} can hold at most ${mostCharacters / 1024 / 1024} million characters of lines. Give it fewer.)`,
      );
    }
    this.#lines.push(line);
  }

  shift(): Line | undefined {
    const line = this.#lines.shift();
    this.#characters -= line === undefined ? 0 : line.text.length + 1;
    return line;
  }

  all(): readonly Line[] {
    return this.#lines;
  }
}
