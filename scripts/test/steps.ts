import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One test of a step, with its time in milliseconds. */
export interface Outcome {
  name: string;
  passed: boolean;
  milliseconds: number;
}

/** A step of the test run: a command whose exit code decides, or a project of Vitest, whose tests are counted. */
export interface Step {
  title: string;
  run(): Promise<Outcome[]>;
}

/** A command that passes when it exits with 0. */
export function command(title: string, program: string, ...args: string[]): Step {
  return {
    title,
    async run() {
      const start = performance.now();
      const passed = (await spawned(program, args)) === 0;
      return [{ name: title, passed, milliseconds: performance.now() - start }];
    },
  };
}

/** A project of Vitest. A run without a single test is a failure. */
export function vitest(title: string, project: string): Step {
  return {
    title,
    async run() {
      const folder = await mkdtemp(join(tmpdir(), "offset-zero-test-"));
      const file = join(folder, "report.json");
      const code = await spawned("vitest", [
        ...["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
      ]);
      const report = await readFile(file, "utf8").then(JSON.parse, () => null);
      await rm(folder, { recursive: true, force: true });
      const outcomes = outcomesOf(report);
      // A failure that is no test's own (a setup that could not start Kafka, a file that did not load) counts too.
      if (outcomes.length === 0 || (code !== 0 && outcomes.every(({ passed }) => passed))) {
        outcomes.push({ name: `${title}: the run itself`, passed: false, milliseconds: 0 });
      }
      return outcomes;
    },
  };
}

interface Report {
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string; duration?: number }[];
  }[];
}

function outcomesOf(report: Report | null): Outcome[] {
  return (report?.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      name: fullName,
      passed: status === "passed",
      milliseconds: duration ?? 0,
    })),
  );
}

function spawned(program: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}
