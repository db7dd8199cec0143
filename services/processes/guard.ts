import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endPid } from "./pid.ts";

/**
 * One small process that outlives us when we are killed with no chance to clean up, and then ends
 * what we had started. It ends by itself when our end of the pipe closes, however that comes about.
 */
let guard: ChildProcess | undefined;
const watched = new Set<number>();

/** From now on this process ends at the latest when we do. */
export function watchPid(pid: number): void {
  watched.add(pid);
  if (guard === undefined || guard.exitCode !== null || guard.signalCode !== null) guard = startGuard();
  guard.stdin?.write(`watch ${pid}\n`);
}

/** The process has ended; its id may soon belong to another. */
export function forgetPid(pid: number): void {
  watched.delete(pid);
  guard?.stdin?.write(`forget ${pid}\n`);
}

/** Ends whatever still runs: for an end in the middle of a start, when no part is there yet to be asked. */
export async function endWatched(graceMs: number): Promise<void> {
  await Promise.all([...watched].map((pid) => endPid(pid, graceMs)));
}

function startGuard(): ChildProcess {
  const main = fileURLToPath(new URL("./guard-main.mjs", import.meta.url));
  const child = spawn(process.execPath, [main], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    windowsHide: true,
  });
  // A guard that is gone must not take us along: the pid files are the second net.
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return child;
}
