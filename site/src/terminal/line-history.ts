const key = "offset-zero:terminal";
const most = 100;

/** The lines typed before, kept in this browser. `back` and `forward` walk through them. */
export class LineHistory {
  #lines: string[];
  /** Which one is shown; past the last it is the line that is being typed. */
  #at: number;
  #typing = "";

  constructor() {
    this.#lines = read();
    this.#at = this.#lines.length;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  add(line: string): void {
    if (line.trim() !== "" && line !== this.#lines.at(-1)) {
      this.#lines = [...this.#lines, line].slice(-most);
      try {
        localStorage.setItem(key, JSON.stringify(this.#lines));
      } catch {
        // Without storage the lines last as long as the page.
      }
    }
    this.#at = this.#lines.length;
  }

  back(typed: string): string {
    if (this.#at === this.#lines.length) this.#typing = typed;
    this.#at = Math.max(0, this.#at - 1);
    return this.#lines[this.#at] ?? typed;
  }

  forward(typed: string): string {
    if (this.#at === this.#lines.length) return typed;
    this.#at++;
    return this.#lines[this.#at] ?? this.#typing;
  }
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((line) => typeof line === "string").slice(-most) : [];
  } catch {
    return [];
  }
}
