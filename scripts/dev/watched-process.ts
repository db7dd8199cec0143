import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { forgetPid, watchPid } from "../../services/processes/guard-process.ts";

/** Editors write a file in several strokes. */
const settleMs = 150;
const graceMs = 5_000;

export interface WatchedProcessOptions {
  name: string;
  /** Arguments of Node. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Folders; a change below one of them starts the part anew. */
  watch: string[];
}

/** A part of the development server, printing to the author's terminal, started anew when its sources change. */
export function startWatchedProcess(options: WatchedProcessOptions): { end(): Promise<void> } {
  let child: ChildProcess | null = begin();
  let ended = false;
  let turn: Promise<void> = Promise.resolve();
  let settling: NodeJS.Timeout | undefined;

  const watchers = options.watch.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(settling);
      settling = setTimeout(() => {
        turn = turn.then(restart);
      }, settleMs);
    }),
  );

  function begin(): ChildProcess {
    const started = spawn(process.execPath, options.args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "inherit", "inherit"],
      detached: process.platform !== "win32",
    });
    const { pid } = started;
    if (pid !== undefined) watchPid(pid);
    started.once("exit", (code, signal) => {
      if (pid !== undefined) forgetPid(pid);
      if (child !== started || ended) return;
      child = null;
      const next = options.watch.length > 0 ? " It starts again at the next change." : "";
      console.error(`${options.name} ended (${signal ?? `code ${code}`}); its output is above.${next}`);
    });
    return started;
  }

  async function restart(): Promise<void> {
    if (ended) return;
    await endChild();
    child = begin();
  }

  async function endChild(): Promise<void> {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, "exit");
    running.kill("SIGTERM");
    const killer = setTimeout(() => running.kill("SIGKILL"), graceMs);
    await gone;
    clearTimeout(killer);
  }

  return {
    async end() {
      ended = true;
      clearTimeout(settling);
      for (const watcher of watchers) watcher.close();
      await turn;
      await endChild();
    },
  };
}
