import type { Line } from "../../engine/terminal/tool-interface.ts";
import { terminalLimits } from "./limits.ts";

/** The lines that are typed into a running tool, in order, until Ctrl-D or Ctrl-C. */
export class TerminalInput {
  #waiting: string[] = [];
  #taken = 0;
  #last = "";
  #ended = false;
  /** How many lines came while too many waited, and were left out. */
  leftOut = 0;
  #wake = () => {};
  /** Called when the tool asks for the first line. */
  onAsked = () => {};

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.#end(), { once: true });
  }

  /** The line that the tool took last: its number, counted from 1, and its text. */
  get taken(): { number: number; text: string } {
    return { number: this.#taken, text: this.#last };
  }

  /** How many lines no tool has taken. */
  get untaken(): number {
    return this.#waiting.length;
  }

  /** Lines beyond `linesWaiting` are left out: a client that sends so many has not waited for the prompt. */
  give({ lines, end = false }: { lines: string[]; end?: boolean }): void {
    if (this.#ended) return;
    const room = terminalLimits.linesWaiting - this.#waiting.length;
    this.#waiting.push(...lines.slice(0, room));
    this.leftOut += Math.max(0, lines.length - room);
    if (end) this.#end();
    this.#wake();
  }

  #end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *lines(): AsyncGenerator<Line, void> {
    this.onAsked();
    for (;;) {
      const line = this.#waiting.shift();
      if (line !== undefined) {
        this.#taken++;
        this.#last = line;
        yield { text: line };
      } else if (this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
