import { readFileSync } from "node:fs";
import { waitForCondition } from "../testing/test-playground.ts";
import type { TargetServer } from "./target-server.ts";

/** The one sandbox process that has a job, as soon as it is the only one: other runs of the server are over by then. */
export async function busyWorkerPid(target: TargetServer, except?: number): Promise<number> {
  const { pool } = target.server.playground.runner;
  const others = () => pool.working.filter((pid) => pid !== except);
  await waitForCondition(() => others().length === 1, "the process at work");
  return others()[0] as number;
}

/** Resident memory of a process in bytes; 0 where the system does not tell. */
export function residentBytes(pid: number): number {
  const status = proc(pid, "status");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
}

/** A file that Linux keeps about a process; empty elsewhere, or when the process is gone. */
export function proc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "latin1");
  } catch {
    return "";
  }
}
