import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import type { TestReport } from "./test-outcomes.ts";

/** The variable that says where the report goes. */
export const reportVariable = "TEST_REPORT";

/** Writes a report of every test, with the tags and second tries that Vitest's own JSON leaves out. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env[reportVariable];
    if (!file) throw new Error(`${reportVariable} does not say where the report of the tests goes.`);
    const reports = modules.flatMap(({ children }) => [...children.allTests()].map(reportOf));
    writeFileSync(file, JSON.stringify(reports));
  }
}

function reportOf(test: TestCase): TestReport {
  const { duration = 0, flaky = false } = test.diagnostic() ?? {};
  return { name: test.fullName, state: test.result().state, tags: test.tags, flaky, milliseconds: duration };
}
