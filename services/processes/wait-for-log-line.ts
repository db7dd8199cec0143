import { open, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChildProcess } from "./child-process.ts";

/**
 * Waits until the child's log holds a line that matches. False when the child ended first or
 * `timeoutMs` passed: what the log says then is the caller's to read.
 */
export async function waitForLogLine(child: ChildProcess, line: RegExp, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  let text = "";
  let read = 0;
  const file = await open(child.logFile, "r");
  try {
    const buffer = Buffer.alloc(64 * 1024);
    for (;;) {
      // Asked before reading, so that a last line written just before the end is still seen.
      const ended = child.exit() !== undefined;
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, read);
        if (bytesRead === 0) break;
        read += bytesRead;
        text = (text + buffer.toString("utf8", 0, bytesRead)).slice(-128 * 1024);
      }
      if (line.test(text)) return true;
      if (ended || Date.now() > deadline) return false;
      await sleep(25);
    }
  } finally {
    await file.close();
  }
}

/** The end of a log file, for finding out why a process ended. Empty where there is no file. */
export async function lastLines(file: string, count: number): Promise<string> {
  return (await linesOf(file)).slice(-count).join("\n");
}

/** The beginning of a log file: what a process says before its real work. */
export async function firstLines(file: string, count: number): Promise<string> {
  return (await linesOf(file)).slice(0, count).join("\n");
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, "utf8")).trimEnd().split("\n");
  } catch {
    return [];
  }
}
