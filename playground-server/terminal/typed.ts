import { terminalLimits } from "./limits.ts";

/** The lines that are typed into a running tool, in order, until Ctrl-D or Ctrl-C. */
export class Typed {
  #waiting: string[] = [];
  #ended = false;
  #wake = () => {};
  /** Called when the tool asks for the first line. */
  onAsked = () => {};

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.#end(), { once: true });
  }

  /** Lines past what may wait are dropped: whoever sends so many has not waited for the prompt. */
  give({ lines, end = false }: { lines: string[]; end?: boolean }): void {
    if (this.#ended) return;
    this.#waiting.push(...lines.slice(0, terminalLimits.linesWaiting - this.#waiting.length));
    if (end) this.#end();
    this.#wake();
  }

  #end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *lines(): AsyncGenerator<string, void> {
    this.onAsked();
    for (;;) {
      const line = this.#waiting.shift();
      if (line !== undefined) yield line;
      else if (this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
