import { readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLineOf, endPid, isAlive } from "../processes/process-by-pid.ts";
import type { PostgresFolder } from "./data-folder.ts";

/** A fast shutdown of what an earlier run left behind has this long before it is killed. */
const staleGraceMs = 5_000;

/**
 * Ends a server that a crashed run of ours left on this folder, and removes a `postmaster.pid` that would stop the next
 * start: one that names another program by now, or one that nobody can read. A file of a server that is gone stays:
 * PostgreSQL looks at it to find orphans that still write.
 */
export async function clearPidFile(folder: PostgresFolder, log: (line: string) => void): Promise<void> {
  const file = join(folder.data, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return;
  const pid = Number(text.split("\n")[0]);
  if (!Number.isSafeInteger(pid) || pid < 2) {
    log(`The process file ${file} is damaged and was removed.`);
    await rm(file, { force: true });
    return;
  }
  if (!isAlive(pid)) return;
  if (!(await runsIn(pid, folder.data))) {
    await rm(file, { force: true });
    return;
  }
  log(`Stopping the PostgreSQL that an earlier run left behind (process ${pid}).`);
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + staleGraceMs;
  while (isAlive(pid) && Date.now() < deadline) await sleep(20);
  if (isAlive(pid)) await endPid(pid, 0);
}

/** Whether a process is the server of a data folder: its current folder is that one, or its command names it. */
async function runsIn(pid: number, data: string): Promise<boolean> {
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return cwd === data || ((await commandLineOf(pid))?.includes(data) ?? false);
}
