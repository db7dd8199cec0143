import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noteInLock, releaseLock, takeLock } from "./lock-file.ts";
import { commandLineOf } from "./process-by-pid.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-owner-"));
  file = join(folder, "running.json");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("a folder is free again once its owner gave it up", async () => {
  expect(await takeLock(file, "")).toBeNull();
  await noteInLock(file, "http://localhost:4000");
  await releaseLock(file);
  expect(await takeLock(file, "")).toBeNull();
});

test("a live process keeps its folder, and its note can be read", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(other, "spawn");
  const owner = { pid: other.pid, commandLine: await commandLineOf(other.pid ?? 0), note: "http://there" };
  await writeFile(file, JSON.stringify(owner));
  expect(await takeLock(file, "")).toEqual(owner);

  other.kill("SIGKILL");
  await once(other, "exit");
  expect(await takeLock(file, "")).toBeNull();
});

test("a process id that belongs to another program by now does not count", async () => {
  await writeFile(file, JSON.stringify({ pid: process.ppid, commandLine: "another program", note: "" }));
  expect(await takeLock(file, "")).toBeNull();
});

test("a file that a crash cut short does not count", async () => {
  await writeFile(file, '{"pid":');
  expect(await takeLock(file, "")).toBeNull();
});
