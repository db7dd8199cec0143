/**
 * `npm run chaos`: kills, bursts and crowds against servers and a broker of its own. Prints the results as a table.
 * `--short` does less of everything; names of scenarios choose some: `npm run chaos -- --short bursts unread`. Needs
 * Linux: the learners have addresses of 127.0.0.0/8 of their own. Exits with 1 where a target is not met.
 */
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { meetsTarget, type Row, resultTable } from "./bench/result-table.ts";
import { openChaosEnvironment } from "./chaos/chaos-environment.ts";
import { fullScale, shortScale } from "./chaos/scenario.ts";
import { runScenarios, scenarios } from "./chaos/scenarios.ts";
import { dataFolder } from "./data-folder.ts";
import { reportOpenHandles } from "./open-handles.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: "boolean", default: false } },
});
const names = scenarios.map(({ name }) => name);
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) {
  throw new Error(`There is no scenario ${unknown}. The scenarios are ${names.join(", ")}.`);
}
const dataDir = dataFolder(process.env);
await mkdir(dataDir, { recursive: true });
const environment = await openChaosEnvironment(dataDir);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void environment.close().finally(() => process.exit(1)));
}
let rows: Row[] = [];
try {
  rows = await runScenarios(environment, values.short ? shortScale : fullScale, positionals, (line) =>
    process.stderr.write(line),
  );
} finally {
  await environment.close();
}
console.log(resultTable(rows));
process.exitCode = rows.every((row) => meetsTarget(row) !== false) ? 0 : 1;
reportOpenHandles();
