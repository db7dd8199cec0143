import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ChildProcess, startChild } from "./child-process.ts";
import { isAlive } from "./process-by-pid.ts";
import { waitForLogLine } from "./wait-for-log-line.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-child-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("a line in the log says that a process is ready", async () => {
  const child = start("setTimeout(() => console.log('I am ready'), 100); setInterval(() => {}, 1000)");
  expect(await waitForLogLine(child, /I am ready/, 5_000)).toBe(true);
  await child.end(1_000);
  expect(isAlive(child.pid)).toBe(false);
});

test("waiting for a line ends when the process ends without it", async () => {
  const child = start("console.log('nothing of the kind')");
  expect(await waitForLogLine(child, /I am ready/, 60_000)).toBe(false);
  expect(await child.exited).toEqual({ code: 0, signal: null });
});

test("a process that does not want to end is killed after the grace", async () => {
  const child = start("process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)");
  await waitForLogLine(child, /deaf/, 5_000);
  expect(await child.end(200)).toEqual({ code: null, signal: "SIGKILL" });
});

test("a program that does not exist is an exit with an error, not a throw", async () => {
  const child = start("", join(folder, "no-such-program"));
  expect((await child.exited).error?.message).toContain("ENOENT");
});

test("the log of the start before is kept", async () => {
  await start("console.log('first')").exited;
  await start("console.log('second')").exited;
  expect(await readFile(join(folder, "child.log.before"), "utf8")).toBe("first\n");
});

function start(source: string, command = process.execPath): ChildProcess {
  return startChild({
    command,
    args: ["-e", source],
    cwd: folder,
    env: process.env,
    logFile: join(folder, "child.log"),
  });
}
