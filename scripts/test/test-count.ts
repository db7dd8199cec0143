/** How far a run of tests is. */
export class TestCount {
  readonly #files: number;
  #ended = 0;
  #passed = 0;
  #failed = 0;
  readonly #running = new Set<string>();

  constructor(files: number) {
    this.#files = files;
  }

  beginFile(name: string): void {
    this.#running.add(name);
  }

  endFile(name: string): void {
    this.#running.delete(name);
    this.#ended++;
  }

  addTest(state: "passed" | "failed" | "skipped" | "pending"): void {
    if (state === "passed") this.#passed++;
    else if (state === "failed") this.#failed++;
  }

  /** "   412 passed, 0 failed; 63 of 180 files; now: engine/fold/event.test.ts" */
  line(): string {
    const now = this.#running.size === 0 ? "" : `; now: ${[...this.#running].join(", ")}`;
    return `   ${this.#passed} passed, ${this.#failed} failed; ${this.#ended} of ${this.#files} files${now}`;
  }
}
