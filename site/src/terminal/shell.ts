import type { Position } from "../../../engine/fold/event.ts";
import type { PrintedLine, TerminalMessage } from "../../../engine/protocol/response-types.ts";
import type { RunningTool, Tools } from "../session/terminal-tools.ts";
import { escapeControlCharacters, linked, wrapLines } from "./cell-width.ts";
import { Prompt } from "./draw-prompt.ts";
import { completeLine, type EditedLine, editLine, emptyLine } from "./edit-line.ts";
import { LineHistory } from "./line-history.ts";
import { splitKeys } from "./split-keys.ts";

/** The part of a terminal that is used here. */
export interface Screen {
  write(text: string): void;
  columns(): number;
}

/** A record that a tool has printed, with the line it printed. */
export interface PrintedRecord {
  position: Position;
  text: string;
}

const signs = { idle: "$ ", reading: ">" };
/** Lines typed in the same moment, such as pasted ones, go together; in milliseconds. */
const together = 40;
/** Printed records that are kept to be chosen. */
const kept = 50;
/** In the theme’s soft ink. */
const soft = (text: string) => `\x1b[90m${text}\x1b[39m`;

/** What is typed, and what the tools answer: one line at a time, each run by its tool. */
export class Shell {
  #screen: Screen;
  #tools: Tools;
  #prompt: Prompt;
  #history = new LineHistory();
  #line: EditedLine = emptyLine;
  /** The names of the tools that are offered; all where it is not limited. */
  offered: string[] | undefined;
  #state: "idle" | "running" | "reading" | "completing" = "idle";
  #running: RunningTool | null = null;
  /** Keys typed while a tool runs that does not read them. */
  #ahead: string[] = [];
  #typed: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();
  /** What is more than a change of the line. */
  #keys: Record<string, () => void> = {
    "\r": () => this.#enter(),
    "\n": () => this.#enter(),
    "\x04": () => this.#endOfInput(),
    "\x0c": () => this.#clear(),
    "\t": () => void (this.#state === "idle" && this.#complete()),
    "\x1b[A": () => this.#recall("back"),
    "\x10": () => this.#recall("back"),
    "\x1b[B": () => this.#recall("forward"),
    "\x0e": () => this.#recall("forward"),
  };
  /** The records printed last, newest first. */
  records: readonly PrintedRecord[] = [];
  /** How many have been printed in all. */
  printed = 0;

  constructor(screen: Screen, tools: Tools, welcome: string[]) {
    this.#screen = screen;
    this.#tools = tools;
    this.#prompt = new Prompt(screen.write, screen.columns);
    for (const line of welcome.flatMap((text) => wrapLines(text, screen.columns()))) {
      screen.write(`${soft(line)}\r\n`);
    }
    this.#draw();
  }

  /** Calls `listener` whenever records were printed. Returns how to stop. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What a terminal sends: a key, or many that were pasted. */
  feed(data: string): void {
    for (const key of splitKeys(data)) this.#key(key);
  }

  /** Puts a line at the prompt in place of what is typed there; Enter runs it. Does nothing while a tool runs. */
  putLine(text: string): void {
    if (this.#state === "idle") this.#draw({ text, cursor: text.length });
  }

  resized(): void {
    this.#prompt.resized();
    if (this.#prompts()) this.#draw();
  }

  #key(key: string): void {
    const act = this.#keys[key];
    if (key === "\x03") this.#interrupt();
    else if (!this.#prompts()) this.#ahead.push(key);
    else if (act) act();
    else this.#draw(editLine(this.#line, key) ?? this.#line);
  }

  #prompts(): boolean {
    return this.#state === "idle" || this.#state === "reading";
  }

  #draw(line = this.#line): void {
    this.#line = line;
    this.#prompt.draw(signs[this.#state === "reading" ? "reading" : "idle"], line);
  }

  #recall(way: "back" | "forward"): void {
    if (this.#state !== "idle") return;
    const text = this.#history[way](this.#line.text);
    this.#draw({ text, cursor: text.length });
  }

  #enter(): void {
    const { text } = this.#line;
    this.#prompt.leave();
    this.#line = emptyLine;
    if (this.#state === "reading") {
      this.#typed.push(text);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#send(false), together);
      this.#draw();
    } else {
      this.#history.add(text);
      this.#run(text.trim());
    }
  }

  #run(command: string): void {
    if (command === "history") {
      this.#history.lines.forEach((line, at) => {
        this.#screen.write(`${String(at + 1).padStart(5)}  ${escapeControlCharacters(line)}\r\n`);
      });
    }
    if (command === "clear") this.#clear();
    else if (command === "" || command === "history") this.#draw();
    else {
      this.#state = "running";
      this.#running = this.#tools.run(command, (message) => this.#hear(message), this.offered);
    }
  }

  #send(end: boolean): void {
    clearTimeout(this.#timer);
    this.#running?.type(this.#typed, end);
    this.#typed = [];
  }

  #endOfInput(): void {
    if (this.#line.text !== "") {
      // In the middle of a line terminals delete the character under the cursor.
      this.#draw(editLine(this.#line, "\x1b[3~") ?? this.#line);
    } else if (this.#state === "reading") {
      this.#prompt.leave();
      this.#state = "running";
      this.#send(true);
    }
  }

  #interrupt(): void {
    this.#ahead = [];
    if (this.#prompts()) {
      this.#prompt.leave();
      this.#line = emptyLine;
    } else this.#screen.write("^C\r\n");
    if (this.#running) {
      this.#state = "running";
      this.#running.interrupt();
    } else this.#draw();
  }

  #clear(): void {
    this.#prompt.erase();
    this.#screen.write("\x1b[2J\x1b[3J\x1b[H");
    this.#draw();
  }

  async #complete(): Promise<void> {
    const line = this.#line;
    this.#state = "completing";
    const { from, words } = await this.#tools.complete(line.text.slice(0, line.cursor), this.offered);
    this.#state = "idle";
    const next = completeLine(line, from, words);
    if (words.length > 1 && next.text === line.text) {
      this.#prompt.leave();
      this.#screen.write(`${soft(words.join("  "))}\r\n`);
    }
    this.#draw(next);
    this.#goOn();
  }

  #hear(message: TerminalMessage): void {
    if (message.kind === "printed") this.#print(message.lines);
    else if (message.kind === "reads") this.#prompts() || this.#turn("reading");
    else {
      if (this.#prompts()) this.#prompt.erase();
      clearTimeout(this.#timer);
      this.#typed = [];
      this.#line = emptyLine;
      this.#running = null;
      this.#turn("idle");
    }
  }

  #turn(state: "idle" | "reading"): void {
    this.#state = state;
    this.#draw();
    this.#goOn();
  }

  /** Takes what was typed meanwhile. */
  #goOn(): void {
    const ahead = this.#ahead;
    this.#ahead = [];
    for (const key of ahead) this.#key(key);
  }

  #print(lines: PrintedLine[]): void {
    const prompts = this.#prompts();
    if (prompts) this.#prompt.erase();
    const found: PrintedRecord[] = [];
    for (const { text, position, warned } of lines) {
      const shown = escapeControlCharacters(text);
      if (position) found.unshift({ position, text });
      this.#screen.write(`${position ? linked(shown, position) : warned ? soft(shown) : shown}\r\n`);
    }
    if (prompts) this.#draw();
    if (found.length === 0) return;
    this.printed += found.length;
    this.records = [...found, ...this.records].slice(0, kept);
    for (const listener of this.#listeners) listener();
  }
}
