import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { SystemUser } from "./child-process.ts";
import { forgetPid, watchPid } from "./guard-process.ts";

export interface Outcome {
  /** null when it was killed, also after `timeoutMs`. */
  code: number | null;
  /** Standard output and standard error, in the order they came. */
  output: string;
}

/** Runs a program to its end and keeps what it printed. Never throws: a program that cannot start is code null. */
export function runCommand(
  command: string,
  args: string[],
  options: {
    env: NodeJS.ProcessEnv;
    cwd?: string;
    timeoutMs?: number;
    /** The user of the system it runs as; ours unless named. */
    user?: SystemUser | undefined;
  },
): Promise<Outcome> {
  return new Promise((resolve) => {
    // Maven and npm are scripts on Windows, which only a shell can start.
    const shell = process.platform === "win32" && /\.(cmd|bat)$/i.test(command);
    const child = spawn(shell ? `"${command}"` : command, shell ? args.map((arg) => `"${arg}"`) : args, {
      cwd: options.cwd,
      env: options.env,
      timeout: options.timeoutMs,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      shell,
      ...options.user,
    });
    let output = "";
    const keep = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const { pid } = child;
    if (pid !== undefined) watchPid(pid);
    child.once("error", (error) => resolve({ code: null, output: output || error.message }));
    child.once("exit", (code) => {
      if (pid !== undefined) forgetPid(pid);
      // A grandchild may hold the pipes open: the answer does not wait for it.
      setTimeout(() => resolve({ code, output }), 20);
    });
  });
}

/** The full path of a program on the PATH of `env`, or null. */
export async function findProgram(name: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of folders) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (await isProgram(file)) return file;
    }
  }
  return null;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
