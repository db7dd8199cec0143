import type { Row } from "../bench/result-table.ts";
import { bursts } from "./bursts.ts";
import type { ChaosEnvironment } from "./chaos-environment.ts";
import { concurrentLearners } from "./concurrent-learners.ts";
import { replicas } from "./kill-one-of-two-servers.ts";
import { longFolds } from "./long-folds.ts";
import { processKills } from "./process-kills.ts";
import type { ChaosScale, Scenario } from "./scenario.ts";
import { stalledReaders } from "./stalled-readers.ts";

/** All of them, in the order of the table. */
export const scenarios: Scenario[] = [
  processKills,
  concurrentLearners,
  longFolds,
  replicas,
  bursts,
  stalledReaders,
];

/** The rows of the scenarios named, of all where none is named. `say` gets progress, a piece of a line at a time. */
export async function runScenarios(
  environment: ChaosEnvironment,
  scale: ChaosScale,
  names: string[],
  say: (text: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, run } of scenarios) {
    if (names.length > 0 && !names.includes(name)) continue;
    const since = performance.now();
    say(`${name} … `);
    rows.push(...(await run(environment, scale)));
    say(`${Math.round((performance.now() - since) / 1_000)} s\n`);
  }
  return rows;
}
