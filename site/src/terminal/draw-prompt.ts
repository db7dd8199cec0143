import { cellWidth } from "./cell-width.ts";
import { type EditedLine, emptyLine } from "./edit-line.ts";

/** Draws the line that is being typed at the end of the screen, over as many rows as it takes. */
export class Prompt {
  #write: (text: string) => void;
  #columns: () => number;
  #sign = "";
  #line: EditedLine = emptyLine;
  /** Rows between the prompt's first and the one the cursor is in. */
  #above = 0;

  constructor(write: (text: string) => void, columns: () => number) {
    this.#write = write;
    this.#columns = columns;
  }

  /** Draws it in the place of what was drawn before. */
  draw(sign: string, line: EditedLine): void {
    const columns = this.#columns();
    const all = cellWidth(sign + line.text);
    const to = cellWidth(sign + line.text.slice(0, line.cursor));
    // A row that is full to its last cell leaves the cursor in it: one more cell brings it to the next.
    const full = all > 0 && all % columns === 0 ? " \b" : "";
    const down = Math.floor(all / columns) - Math.floor(to / columns);
    const right = to % columns;
    this.#write(
      `${this.#erased()}${sign}${line.text}${full}${down > 0 ? `\x1b[${down}A` : ""}\r${right > 0 ? `\x1b[${right}C` : ""}`,
    );
    this.#above = Math.floor(to / columns);
    this.#sign = sign;
    this.#line = line;
  }

  /** Takes it off the screen, so that something can be written in its place. */
  erase(): void {
    this.#write(this.#erased());
    this.#above = 0;
  }

  /** Leaves it where it is and goes to the row below. */
  leave(): void {
    this.draw(this.#sign, { ...this.#line, cursor: this.#line.text.length });
    this.#write("\r\n");
    this.#above = 0;
  }

  /** The screen has other columns now: what is drawn has been drawn anew. */
  resized(): void {
    this.#above = Math.floor(
      cellWidth(this.#sign + this.#line.text.slice(0, this.#line.cursor)) / this.#columns(),
    );
  }

  #erased(): string {
    return `${this.#above > 0 ? `\x1b[${this.#above}A` : ""}\r\x1b[J`;
  }
}
