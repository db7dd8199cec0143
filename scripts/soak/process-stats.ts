import { readdirSync } from "node:fs";
import { memoryOf, runs, treeOf } from "../bench/process-tree.ts";

/** What the system says of the server and its sandboxes at one moment. */
export interface ProcessStats {
  /** Proportional set size of all of them, in bytes. */
  bytes: number;
  processes: number;
  zombies: number;
  /** Of the web process. */
  descriptors: number;
}

export function readProcessStats(pid: number): ProcessStats {
  const tree = treeOf(pid);
  return {
    bytes: memoryOf(pid) ?? 0,
    processes: tree.length,
    zombies: tree.filter((each) => !runs(each)).length,
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  };
}

/** Memory may move by this much after the warm-up and is flat all the same: what garbage has not been collected yet. */
const tolerance = { share: 0.15, bytes: 64 * 2 ** 20 };

/**
 * What is wrong with a row of looks, in a sentence each: memory that grows from the middle third to the last, and
 * processes or descriptors that are left when all is quiet again (`after`), compared with before.
 */
export function resourceProblems(before: ProcessStats, looks: ProcessStats[], after: ProcessStats): string[] {
  const third = Math.floor(looks.length / 3);
  const middle = medianBytes(looks.slice(third, 2 * third));
  const last = medianBytes(looks.slice(2 * third));
  const found: string[] = [];
  if (last - middle > Math.max(tolerance.bytes, middle * tolerance.share)) {
    found.push(`Memory grew from ${megabytes(middle)} to ${megabytes(last)} MB.`);
  }
  if (after.zombies > 0) found.push(`${after.zombies} zombie processes are left.`);
  if (after.processes !== before.processes) {
    found.push(`${after.processes} processes are left of ${before.processes}.`);
  }
  if (after.descriptors > before.descriptors + descriptorsThatMayStay) {
    found.push(`${after.descriptors} descriptors are open, ${before.descriptors} were before.`);
  }
  return found;
}

/** Connections to brokers that are opened when they are first needed. */
const descriptorsThatMayStay = 10;

export const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

export function medianBytes(looks: ProcessStats[]): number {
  const sorted = looks.map(({ bytes }) => bytes).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
