import { DefaultReporter, type TestCase, type TestModule, type TestSpecification } from "vitest/node";
import { TestCount } from "./test-count.ts";

/** Says how far a run is, in a line that a terminal writes over and a file gets every few seconds. Errors stand at the end. */
export default class CountReporter extends DefaultReporter {
  #count = new TestCount(0);
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    super({ summary: false });
  }

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#count = new TestCount(specifications.length);
    this.#timer = setInterval(() => this.#show(), process.stdout.isTTY ? 200 : 5_000);
  }

  override onTestCaseResult(test: TestCase): void {
    this.#count.addTest(test.result().state);
  }

  /** Also called for a file without a test, and for one that could not be loaded. */
  override onTestModuleEnd(module: TestModule): void {
    this.#count.endFile(module.relativeModuleId);
  }

  onTestModuleStart(module: TestModule): void {
    this.#count.beginFile(module.relativeModuleId);
  }

  override onTestRunEnd(...ended: Parameters<DefaultReporter["onTestRunEnd"]>): void {
    clearInterval(this.#timer);
    this.#show();
    if (process.stdout.isTTY) process.stdout.write("\n");
    super.onTestRunEnd(...ended);
  }

  #show(): void {
    const line = this.#count.line();
    // Back to the first column, and what is left of a longer line is erased.
    process.stdout.write(
      process.stdout.isTTY ? `\r\x1b[K${line.slice(0, process.stdout.columns)}` : `${line}\n`,
    );
  }
}
