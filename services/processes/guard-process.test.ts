import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive } from "./process-by-pid.ts";

const guardFile = fileURLToPath(new URL("./guard-main.mjs", import.meta.url));
let folder: string;
let parent: ChildProcess;
let child = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-guard-"));
});

afterEach(async () => {
  parent.kill("SIGKILL");
  if (child > 0 && isAlive(child)) process.kill(child, "SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

test.runIf(process.platform === "linux")(
  "a guard that was killed is started again, and ends the children when their parent is killed after it",
  async () => {
    child = await parentOfOneChild();
    const first = await guardOf(parent.pid ?? 0);
    process.kill(first, "SIGKILL");
    await guardOf(parent.pid ?? 0, first);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    await until(() => !isAlive(child));
  },
);

test("a guard whose starter dies before it wrote a word ends what it was started with", async () => {
  parent = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const guard = spawn(process.execPath, [guardFile, String(parent.pid)], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  guard.stdin.destroy();
  const [, signal] = await once(parent, "exit");
  expect(signal).toBe("SIGTERM");
  await once(guard, "exit");
});

/** Starts a process that starts a child; gives the child's id. */
async function parentOfOneChild(): Promise<number> {
  const childFile = fileURLToPath(new URL("./child-process.ts", import.meta.url));
  const source = `
    const { startChild } = await import(${JSON.stringify(childFile)});
    const child = startChild({
      command: process.execPath, args: ["-e", "setInterval(() => {}, 1000)"],
      cwd: ".", env: process.env, logFile: ${JSON.stringify(join(folder, "child.log"))},
    });
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  parent = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(parent.stdout ?? parent, "data");
  return Number(line);
}

/** The id of a process's guard once there is one, another than `before`. */
async function guardOf(pid: number, before = 0): Promise<number> {
  let guard: number | undefined;
  await until(() => {
    guard = childrenOf(pid).find((child) => child !== before && commandOf(child).includes("guard-main"));
    return guard !== undefined;
  });
  return guard as number;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").split(" ").filter(Boolean).map(Number);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("waited too long");
    await sleep(20);
  }
}
