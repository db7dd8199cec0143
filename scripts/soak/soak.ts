import { setTimeout as sleep } from "node:timers/promises";
import type { BenchEnvironment } from "../bench/bench-environment.ts";
import { applyLoad, type LoadReport } from "./apply-load.ts";
import { type ProcessStats, readProcessStats, resourceProblems } from "./process-stats.ts";

export interface SoakResult {
  heard: LoadReport;
  looks: ProcessStats[];
  before: ProcessStats;
  after: ProcessStats;
  /** What should not have been; empty when all is well. */
  wrong: string[];
}

const warmUp = 5_000;
/** Until killed processes have been replaced and connections have gone. */
const quiet = 8_000;
const looksInAll = 120;

/** Good and hostile runs side by side for so long, bounded in number and on loopback; then a look at what is left. */
export async function soak({ url, pid }: BenchEnvironment, milliseconds: number): Promise<SoakResult> {
  await applyLoad(url, Date.now() + warmUp);
  await sleep(quiet);
  const before = readProcessStats(pid);
  const looks: ProcessStats[] = [];
  const timer = setInterval(() => looks.push(readProcessStats(pid)), milliseconds / looksInAll);
  const heard = await applyLoad(url, Date.now() + milliseconds, true).finally(() => clearInterval(timer));
  await sleep(quiet);
  const after = readProcessStats(pid);
  return { heard, looks, before, after, wrong: [...heard.wrong, ...resourceProblems(before, looks, after)] };
}
