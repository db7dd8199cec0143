import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rootFolder } from "../data-folder.ts";

/** `npm start` in a process of its own, as a test starts it. */
export interface StartedProcess {
  child: ChildProcess;
  /** All it printed up to now. */
  said(): string;
}

/** Starts Offset Zero without a build, with a broker of its own unless `env` says otherwise. */
export function startOffsetZero(env: NodeJS.ProcessEnv, args: string[] = [], uid?: number): StartedProcess {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=TimeoutNegativeWarning",
      join(rootFolder, "scripts", "start.ts"),
      "--no-build",
      ...args,
    ],
    {
      env: { ...process.env, KAFKA_BROKERS: "", KAFKA_KIND: "local", KAFKA_PORT: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      uid,
    },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
  }
  return { child, said: () => text };
}

/** Kills what a failed test left running. */
export function killAll(started: StartedProcess[]): void {
  for (const { child } of started)
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}

/** Waits for the condition; throws with all that was printed when every process has ended, or after 110 s. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  started: StartedProcess[],
): Promise<void> {
  const deadline = Date.now() + 110_000;
  while (!(await condition())) {
    const ended = started.every(({ child }) => child.exitCode !== null);
    if (ended || Date.now() > deadline)
      throw new Error(`waited too long; it said:\n${started.map((s) => s.said()).join("\n")}`);
    await sleep(50);
  }
}

/** Waits for the printed address. */
export async function printedAddress(started: StartedProcess): Promise<string> {
  const printed = () => /Offset Zero is at (\S+)/.exec(started.said())?.[1];
  await waitUntil(() => printed() !== undefined, [started]);
  return printed() as string;
}
