import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportVariable } from "./outcome-reporter.ts";
import { type Outcome, outcomeOf, type TestReport } from "./test-outcomes.ts";
import { type TestSize, tagsLeftOut } from "./test-size.ts";

/** A step of the test run: a command whose exit code decides, or a project of Vitest, whose tests are counted. */
export interface TestStep {
  title: string;
  run(size: TestSize): Promise<Outcome[]>;
}

/** A command that passes when it exits with 0. */
export function command(title: string, program: string, ...args: string[]): TestStep {
  return {
    title,
    async run() {
      const start = performance.now();
      const passed = (await spawned(program, args)) === 0;
      return [{ name: title, state: passed ? "passed" : "failed", milliseconds: performance.now() - start }];
    },
  };
}

/** A project of Vitest. A run without a single test is a failure. */
export function vitest(title: string, project: string, env: NodeJS.ProcessEnv = {}): TestStep {
  return {
    title,
    async run(size) {
      const leftOut = tagsLeftOut[size];
      const folder = await mkdtemp(join(tmpdir(), "offset-zero-test-"));
      const file = join(folder, "report.json");
      const code = await spawned(
        "vitest",
        [
          "run",
          "--project",
          project,
          "--reporter=./scripts/test/count-reporter.ts",
          "--reporter=./scripts/test/outcome-reporter.ts",
          ...leftOut.map((tag) => `--tagsFilter=!${tag}`),
        ],
        { ...env, [reportVariable]: file },
      );
      const reports: TestReport[] = await readFile(file, "utf8").then(JSON.parse, () => []);
      await rm(folder, { recursive: true, force: true });
      const outcomes = reports.map((report) => outcomeOf(report, leftOut));
      // A failure that is no test's own (a setup that could not start Kafka, a file that did not load) counts too.
      if (outcomes.length === 0 || (code !== 0 && outcomes.every(({ state }) => state !== "failed"))) {
        outcomes.push({ name: `${title}: the run itself`, state: "failed", milliseconds: 0 });
      }
      return outcomes;
    },
  };
}

function spawned(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}
