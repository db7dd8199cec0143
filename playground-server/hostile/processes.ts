import { readFileSync } from "node:fs";
import { until } from "../testing/playground.ts";
import type { House } from "./house.ts";

/** The one sandbox process that has a job, as soon as it is the only one: other runs of the house are over by then. */
export async function worker(house: House, except?: number): Promise<number> {
  const { pool } = house.server.playground.runner;
  const others = () => pool.working.filter((pid) => pid !== except);
  await until(() => others().length === 1, "the process at work");
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
