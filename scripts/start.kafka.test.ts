import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive } from "../services/processes/pid.ts";
import { freePort } from "../services/processes/ports.ts";
import { ROOT } from "./data-folder.ts";

let dataDir: string;
let started: { child: ChildProcess; said: () => string }[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-start-"));
  started = [];
});

afterEach(async () => {
  for (const { child } of started)
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
});

test("one command serves course and log on one port, and SIGTERM ends everything it started", async () => {
  const port = await freePort("127.0.0.1");
  const { child, said } = start({ PORT: String(port) });
  const url = `http://localhost:${port}`;
  await until(() => said().includes(`Offset Zero is at ${url}`));
  expect(said()).toMatch(/The log runs in a Kafka [\d.]+ broker on this machine, at 127\.0\.0\.1:\d+\./);

  await until(async () => (await fetch(`${url}/readyz`)).ok);
  const topics = await fetch(`${url}/api/logs/course.carts`);
  expect((await topics.text()).trim().split("\n").length).toBeGreaterThan(1);

  const broker = JSON.parse(await readFile(join(dataDir, "kafka", "broker.pid.json"), "utf8")) as {
    pid: number;
  };
  expect(isAlive(broker.pid)).toBe(true);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(isAlive(broker.pid)).toBe(false);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

test("a second start on the same data folder says where the first one is", async () => {
  const first = start({ PORT: "0" });
  await until(() => first.said().includes("Offset Zero is at"));
  const url = /Offset Zero is at (\S+)/.exec(first.said())?.[1];

  const second = start({ PORT: "0" });
  expect(await once(second.child, "exit")).toEqual([1, null]);
  expect(second.said()).toContain(`already runs on ${dataDir} at ${url} (process ${first.child.pid})`);
  first.child.kill("SIGTERM");
  await once(first.child, "exit");
});

test("a start that is ended while the broker starts leaves nothing behind", async () => {
  const { child, said } = start({ PORT: "0" });
  let broker = 0;
  await until(async () => {
    broker = await readFile(join(dataDir, "kafka", "broker.pid.json"), "utf8").then(
      (text) => (JSON.parse(text) as { pid: number }).pid,
      () => 0,
    );
    return broker > 0;
  });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(isAlive(broker)).toBe(false);
  expect(said()).toBe("Ending.\n");
});

test("an option that does not exist is one sentence", async () => {
  const { child, said } = start({}, ["--sede"]);
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said()).toMatch(/^"--no-build --sede" is not understood\. .+\n$/);
});

test("a setting that cannot be used is one sentence, before anything is started", async () => {
  const { child, said } = start({ SANDBOX_SLOTS: "many" });
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said()).toBe("SANDBOX_SLOTS is many; it has to be a whole number from 1 on.\n");
});

function start(env: NodeJS.ProcessEnv, args: string[] = []) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=TimeoutNegativeWarning", join(ROOT, "scripts", "start.ts"), "--no-build", ...args],
    {
      env: {
        ...process.env,
        KAFKA_BROKERS: "",
        KAFKA_KIND: "local",
        KAFKA_PORT: "0",
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
  }
  const running = { child, said: () => text };
  started.push(running);
  return running;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (!(await condition())) {
    const ended = started.every(({ child }) => child.exitCode !== null);
    if (ended || Date.now() > deadline)
      throw new Error(`waited too long; it said:\n${started.map((s) => s.said()).join("\n")}`);
    await sleep(50);
  }
}
