import type { Line, Screen } from "../tool-interface.ts";

/** Lines to be printed around each found one. */
export interface Context {
  before: number;
  after: number;
}

/** Prints found lines with those around them, as `-A`, `-B` and `-C` ask. */
export class FoundLines {
  readonly #screen: Screen;
  readonly #numbered: boolean;
  readonly #context: Context | null;
  #before: { number: number; line: Line }[] = [];
  #printed = 0;
  /** Lines after the last found one that are still to be printed. */
  left = 0;

  constructor(screen: Screen, numbered: boolean, context: Context | null) {
    this.#screen = screen;
    this.#numbered = numbered;
    this.#context = context;
  }

  found(number: number, line: Line): void {
    for (const each of this.#before) this.#print(each.number, "-", each.line);
    this.#before = [];
    this.#print(number, ":", line);
    this.left = this.#context?.after ?? 0;
  }

  other(number: number, line: Line): void {
    if (this.left > 0) {
      this.left--;
      this.#print(number, "-", line);
    } else if (this.#context && this.#before.push({ number, line }) > this.#context.before) {
      this.#before.shift();
    }
  }

  #print(number: number, sign: string, { text, position }: Line): void {
    if (this.#context && this.#printed > 0 && number > this.#printed + 1) this.#screen.print("--");
    this.#printed = number;
    this.#screen.print(this.#numbered ? `${number}${sign}${text}` : text, position);
  }
}
