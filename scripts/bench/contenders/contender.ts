import { spawn } from "node:child_process";
import { join } from "node:path";
import { forgetPid, watchPid } from "../../../services/processes/guard-process.ts";

/**
 * Runs a file of this folder in a process of its own. Milliseconds from the process's start to its result, and the
 * result. Throws where it ends without one.
 */
export function runContender<Result>(file: string, ordered: object): Promise<{ ms: number; result: Result }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ["--disable-warning=TimeoutNegativeWarning", join(import.meta.dirname, file), JSON.stringify(ordered)],
      { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, KAFKAJS_NO_PARTITIONER_WARNING: "1" } },
    );
    const pid = child.pid ?? 0;
    if (pid > 0) watchPid(pid);
    let output = "";
    let errors = "";
    let ms = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (text.endsWith("\n")) ms = performance.now() - started;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      forgetPid(pid);
      if (code === 0 && output.endsWith("\n")) resolve({ ms, result: JSON.parse(output) as Result });
      else reject(new Error(`${file} ended with code ${code}: ${errors.slice(-1_000)}`));
    });
  });
}

/** Inside a contender: what it was told to do. */
export function orders<Orders>(): Orders {
  return JSON.parse(process.argv[2] ?? "{}") as Orders;
}

/** Inside a contender: its result, once. */
export function reportResult<Result>(result: Result): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${JSON.stringify(result)}\n`, () => resolve()));
}
