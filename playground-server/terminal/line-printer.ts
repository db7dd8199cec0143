import type { Position } from "../../engine/fold/event.ts";
import type { PrintedLine, TerminalMessage } from "../../engine/protocol/response-types.ts";
import type { Screen } from "../../engine/terminal/tool-interface.ts";
import { terminalLimits } from "./limits.ts";

/** How long lines are collected before they are sent, in ms. */
const together = 20;

/** Sends what a tool prints, many lines in one message, and counts it. */
export class LinePrinter implements Screen {
  #send: (message: TerminalMessage) => void;
  #full: () => void;
  #lines: PrintedLine[] = [];
  #characters = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `full` is called once more was printed than one command may; the rest is dropped. */
  constructor(send: (message: TerminalMessage) => void, full: () => void) {
    this.#send = send;
    this.#full = full;
  }

  print(text: string, position?: Position): void {
    const was = this.#characters;
    this.#characters += text.length + 1;
    if (this.#characters > terminalLimits.printedCharacters) {
      if (was <= terminalLimits.printedCharacters) this.#full();
      return;
    }
    this.#add({ text, ...(position && { position }) });
  }

  warn(text: string): void {
    this.#add({ text, warned: true });
  }

  #add(line: PrintedLine): void {
    this.#lines.push(line);
    this.#timer ??= setTimeout(() => this.flush(), together);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#lines.length > 0) this.#send({ kind: "printed", lines: this.#lines });
    this.#lines = [];
  }
}
