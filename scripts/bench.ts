/**
 * `npm run bench`: starts a broker and a server of its own and measures them, beside the script a user would write for
 * the same fold. Medians of several rounds; the ratio is the figure that outlives a machine. Writes the table as JSON
 * with the machine's description to `bench.json` below DATA_DIR. `npm run bench -- fold trace` measures these only.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { checks } from "./bench/checks.ts";
import { counterexamples } from "./bench/counterexamples.ts";
import { crowd } from "./bench/crowd.ts";
import { foldLane } from "./bench/fold.ts";
import { openHouse } from "./bench/house.ts";
import { lessonRuns } from "./bench/lesson.ts";
import { lighthouse } from "./bench/lighthouse.ts";
import { readScale } from "./bench/measurement.ts";
import { anyOffset } from "./bench/offsets.ts";
import { hardStop } from "./bench/stop.ts";
import { met, type Row, table } from "./bench/table.ts";
import { tape } from "./bench/tape.ts";
import { traceLane } from "./bench/trace.ts";
import { dataFolder } from "./data-folder.ts";

const measurements = [
  ...[foldLane, traceLane, lessonRuns, anyOffset, crowd, hardStop, checks, counterexamples, lighthouse],
  tape,
];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !measurements.some((measurement) => measurement.name === name));
if (unknown !== undefined) {
  const names = measurements.map(({ name }) => name).join(", ");
  throw new Error(`The bench does not know ${unknown}; it measures ${names}.`);
}
const scale = readScale(process.env);
const dataDir = dataFolder(process.env);
await mkdir(dataDir, { recursive: true });
const begun = performance.now();
const house = await openHouse(dataDir);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void house.close().finally(() => process.exit(1)));
}

const rows: Row[] = [];
try {
  for (const { name, measure } of measurements) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const since = performance.now();
    process.stderr.write(`${name} … `);
    try {
      rows.push(...(await measure(house, scale)));
      process.stderr.write(`${seconds(since)} s\n`);
    } catch (error) {
      // The other figures are worth having all the same.
      process.exitCode = 1;
      process.stderr.write(`failed. ${(error as Error).message}\n`);
    }
  }
} finally {
  await house.close();
}

const machine = {
  node: process.version,
  cpu: cpus()[0]?.model.trim() ?? "",
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  log: house.kafka.sentence,
};
console.log(`${machine.cores} cores (${machine.cpu}), Node ${machine.node}; ${seconds(begun)} s in all\n`);
console.log(table(rows));
const file = join(dataDir, asked.length > 0 ? `bench-${asked.join("-")}.json` : "bench.json");
const judged = rows.map((row) => ({ ...row, met: met(row) }));
const told = { at: new Date().toISOString(), machine, scale, rows: judged };
await writeFile(file, `${JSON.stringify(told, null, 2)}\n`);
console.log(`\nAs JSON in ${file}.`);

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}
