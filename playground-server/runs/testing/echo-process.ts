/** Stands in a sandbox process's place: says the source of each job, line by line, as if it were its answer, and ends. */
import { writeSync } from "node:fs";
import { readLines } from "../read-lines.ts";
import type { SandboxJob } from "../sandbox-messages.ts";

const stdout = 1;
writeSync(stdout, '{"kind":"ready","engine":"echo"}\n');
for await (const line of readLines(process.stdin)) {
  const { shared } = JSON.parse(line) as SandboxJob;
  process.stdout.write(`${shared.source}\n`, () => process.exit());
}
