import type { Position } from "../fold/event.ts";
import { CommandError } from "./command-error.ts";
import type { Line, Screen } from "./tool-interface.ts";

/** Characters that wait in a pipe before its writer is held up. */
const roomCharacters = 256 * 1024;
/** What cannot be held up, such as records that arrive live, may pile up so far. */
const mostCharacters = 16 * 1024 * 1024;
/** Lines read in a row before others get a turn. */
const linesInARow = 500;

/** Carries the lines that one tool prints to the next. */
export class Pipe implements Screen {
  readonly #screen: Screen;
  readonly #lines: Line[] = [];
  #characters = 0;
  #ended = false;
  #closed = false;
  #wakeReader = () => {};
  #wakeWriters: (() => void)[] = [];

  /** `screen` gets what the writer says to its error output. */
  constructor(screen: Screen) {
    this.#screen = screen;
  }

  print(text: string, position?: Position): void {
    if (this.#closed) return;
    this.#characters += text.length + 1;
    if (this.#characters > mostCharacters) {
      throw new CommandError(
        "(Stopped: lines come faster than the next tool reads them, and the pipe is full. Read fewer records, for example with --max-messages or kcat -c.)",
      );
    }
    for (const line of text.split("\n")) this.#lines.push({ text: line, ...(position && { position }) });
    this.#wakeReader();
  }

  /** A writer whose reader has left says nothing more. */
  warn(line: string): void {
    if (!this.#closed) this.#screen.warn(line);
  }

  /** Nothing more will be written. */
  end(): void {
    this.#ended = true;
    this.#wakeReader();
  }

  /** Nothing more will be read. */
  close(): void {
    this.#closed = true;
    this.#free();
  }

  /** Resolves when the reader has caught up, or has left. */
  async room(): Promise<void> {
    while (!this.#closed && this.#characters > roomCharacters) {
      await new Promise<void>((resolve) => this.#wakeWriters.push(resolve));
    }
  }

  async *lines(): AsyncGenerator<Line, void> {
    for (let read = 1; ; read++) {
      const line = this.#lines.shift();
      if (line !== undefined) {
        this.#characters -= line.text.length + 1;
        if (this.#characters <= roomCharacters) this.#free();
        if (read % linesInARow === 0) await new Promise((resolve) => setTimeout(resolve));
        yield line;
      } else if (this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wakeReader = resolve;
        });
    }
  }

  #free(): void {
    for (const wake of this.#wakeWriters.splice(0)) wake();
  }
}
