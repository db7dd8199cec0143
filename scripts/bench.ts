/**
 * `npm run bench`: starts a broker and a server of its own and measures them, beside the script a user would write for
 * the same fold. Medians of several rounds; the ratio is the figure that outlives a machine. Writes the table as JSON
 * with the machine's description to `bench.json` below DATA_DIR. `npm run bench -- fold trace` measures these only.
 * `npm run bench -- --short` takes a minute at most: the quick measurements, on shorter logs and in fewer rounds.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBenchEnvironment } from "./bench/bench-environment.ts";
import { checkTimes } from "./bench/check-times.ts";
import { concurrentVisitors } from "./bench/concurrent-visitors.ts";
import { counterexamples } from "./bench/counterexamples.ts";
import { foldLane } from "./bench/fold-lane.ts";
import { labs } from "./bench/labs.ts";
import { lessonRuns } from "./bench/lesson-runs.ts";
import { lighthouse } from "./bench/lighthouse.ts";
import { randomOffsets } from "./bench/long-fold-random-offsets.ts";
import { readScale } from "./bench/measurement.ts";
import { meetsTarget, type Row, resultTable } from "./bench/result-table.ts";
import { tapeInBrowser } from "./bench/tape-in-browser.ts";
import { hardStop } from "./bench/time-to-stop-a-run.ts";
import { traceLane } from "./bench/trace-lane.ts";
import { dataFolder } from "./data-folder.ts";
import { reportOpenHandles } from "./open-handles.ts";

const measurements = [
  foldLane,
  traceLane,
  lessonRuns,
  randomOffsets,
  concurrentVisitors,
  hardStop,
  checkTimes,
  counterexamples,
  lighthouse,
  tapeInBrowser,
  labs,
];

/** What `--short` measures where no measurement is named. */
const quick = [foldLane, traceLane, lessonRuns, hardStop].map(({ name }) => name);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: "boolean", default: false } },
});
const asked = positionals.length === 0 && values.short ? quick : positionals;
const unknown = asked.find((name) => !measurements.some((measurement) => measurement.name === name));
if (unknown !== undefined) {
  const names = measurements.map(({ name }) => name).join(", ");
  throw new Error(`The bench does not know ${unknown}; it measures ${names}.`);
}
const scale = readScale(process.env, values.short);
const dataDir = dataFolder(process.env);
await mkdir(dataDir, { recursive: true });
const begun = performance.now();
const environment = await openBenchEnvironment(dataDir);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void environment.close().finally(() => process.exit(1)));
}

const rows: Row[] = [];
try {
  for (const { name, measure } of measurements) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const since = performance.now();
    process.stderr.write(`${name} … `);
    try {
      rows.push(...(await measure(environment, scale)));
      process.stderr.write(`${seconds(since)} s\n`);
    } catch (error) {
      // The other figures are worth having all the same.
      process.exitCode = 1;
      process.stderr.write(`failed. ${(error as Error).message}\n`);
    }
  }
} finally {
  await environment.close();
}

const machine = {
  node: process.version,
  cpu: cpus()[0]?.model.trim() ?? "",
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  log: environment.kafka.sentence,
};
console.log(`${machine.cores} cores (${machine.cpu}), Node ${machine.node}; ${seconds(begun)} s in all\n`);
console.log(resultTable(rows));
const parts = [...(values.short ? ["short"] : []), ...positionals];
const file = join(dataDir, `${["bench", ...parts].join("-")}.json`);
const judged = rows.map((row) => ({ ...row, met: meetsTarget(row) }));
const report = { at: new Date().toISOString(), machine, scale, rows: judged };
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\nAs JSON in ${file}.`);
reportOpenHandles();

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}
