import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endPid } from "./process-by-pid.ts";

/**
 * One small process that outlives us when we are killed with no chance to clean up, and then ends
 * what we had started. It ends itself when our end of the pipe closes, for whatever reason. A guard that is
 * killed alone is started again.
 */
let guard: ChildProcess | undefined;
const watched = new Set<number>();

/** How long to wait before a guard that ended is started again, in ms. */
const restartMs = 200;

/** From now on this process ends at the latest when we do. */
export function watchPid(pid: number): void {
  watched.add(pid);
  if (guard === undefined) startGuard();
  else guard.stdin?.write(`watch ${pid}\n`);
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

/** Starts a guard of all that is watched now. */
function startGuard(): void {
  const main = fileURLToPath(new URL("./guard-main.mjs", import.meta.url));
  // As arguments and not down the pipe: from its first moment the guard knows whom it has to end.
  const child = spawn(process.execPath, [main, ...[...watched].map(String)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    windowsHide: true,
  });
  guard = child;
  // A guard that cannot be started must not end this process. The pid files are the second safeguard.
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  child.once("exit", () => {
    guard = undefined;
    setTimeout(() => {
      if (guard === undefined && watched.size > 0) startGuard();
    }, restartMs).unref();
  });
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
}
