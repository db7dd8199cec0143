import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { forgetPid, watchPid } from "./guard-process.ts";

export interface ChildOptions {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Everything the process prints goes there. The log of the start before is kept as `<file>.before`. */
  logFile: string;
  /** The user of the system it runs as; ours unless named. Only root may name another. */
  user?: SystemUser | undefined;
  /** How it is asked to end; SIGTERM unless named. */
  endSignal?: NodeJS.Signals;
}

export interface SystemUser {
  uid: number;
  gid: number;
}

/** How a process ended: by an exit code or by a signal. `error` where it could not be started at all. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  error?: Error;
}

export interface ChildProcess {
  /** 0 where the process could not be started. */
  pid: number;
  logFile: string;
  exited: Promise<Exit>;
  /** How it ended, once it has. */
  exit(): Exit | undefined;
  /** SIGTERM or the signal named for it, then SIGKILL after `graceMs`. Resolves when the process is gone. */
  end(graceMs: number): Promise<Exit>;
}

/**
 * Starts a process of its own group, so that the terminal's Ctrl-C reaches only us and we end our
 * parts in order. Its output goes to a file and not through a pipe: it is complete even if we are killed.
 */
export function startChild(options: ChildOptions): ChildProcess {
  mkdirSync(dirname(options.logFile), { recursive: true });
  keepLogBefore(options.logFile);
  const log = openSync(options.logFile, "w");
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
    ...options.user,
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  if (pid > 0) watchPid(pid);

  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    const settle = (value: Exit): void => {
      if (exit !== undefined) return;
      exit = value;
      forgetPid(pid);
      resolve(value);
    };
    child.once("exit", (code, signal) => settle({ code, signal }));
    child.once("error", (error) => settle({ code: null, signal: null, error }));
  });

  return {
    pid,
    logFile: options.logFile,
    exited,
    exit: () => exit,
    async end(graceMs) {
      if (exit !== undefined) return exit;
      child.kill(options.endSignal ?? "SIGTERM");
      const killer = new AbortController();
      void sleep(graceMs, undefined, { signal: killer.signal, ref: false }).then(
        () => child.kill("SIGKILL"),
        () => {},
      );
      const ended = await exited;
      killer.abort();
      return ended;
    },
  };
}

function keepLogBefore(file: string): void {
  try {
    renameSync(file, `${file}.before`);
  } catch {
    // The first start: there is none.
  }
}
