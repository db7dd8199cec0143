import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type ChildProcess, startChild } from "../processes/child-process.ts";
import { commandLineOf, endPid } from "../processes/process-by-pid.ts";
import { firstLines, lastLines, waitForLogLine } from "../processes/wait-for-log-line.ts";
import { StartFailure } from "../start-failure.ts";
import { type BrokerFolder, requireDiskSpace } from "./broker-storage.ts";
import { classArchive } from "./class-archive.ts";
import type { Jars } from "./download-jars.ts";
import type { Java } from "./find-java.ts";
import { refuseDamagedData } from "./refuse-damaged-data.ts";

const startedLine = /Kafka Server started/;
/** How Java says that it goes on without the class archive. */
const archiveRefusedLine = /\[warning\]\[cds/;
const startTimeoutMs = 60_000;

/** A clean end takes about a second, the first one longer: it writes the class archive. */
const endGraceMs = 15_000;

/** What an earlier run left behind has had its time. */
const staleGraceMs = 4_000;

const firstWaitMs = 250;
const longestWaitMs = 8_000;
/** The waits grow from death to death; a broker that ran so long has earned a quick restart again. */
const steadyMs = 60_000;

export interface BrokerParts {
  folder: BrokerFolder;
  java: Java;
  jars: Jars;
  javaArgs: string[];
  env: NodeJS.ProcessEnv;
}

/** Starts one broker process and waits until it serves. Throws a StartFailure that says why it did not. */
export async function startBroker(parts: BrokerParts): Promise<ChildProcess> {
  const { folder, java, jars } = parts;
  await requireDiskSpace(folder.path);
  const archive = classArchive("broker", java, jars);
  const child = startChild({
    command: java.path,
    args: [...archive.flags, ...parts.javaArgs, "kafka.Kafka", folder.properties],
    cwd: folder.path,
    env: parts.env,
    logFile: folder.logFile,
  });
  await writeFile(folder.pidFile, JSON.stringify({ pid: child.pid }));
  // Whoever starts the next broker waits for this: else the old one would remove the new one's file.
  const exited = child.exited.then(async (exit) => {
    await archive.keep();
    await rm(folder.pidFile, { force: true });
    return exit;
  });
  if (await waitForLogLine(child, startedLine, startTimeoutMs)) {
    if (archiveRefusedLine.test(await firstLines(folder.logFile, 5))) await archive.drop();
    return { ...child, exited, end: endOf(child, exited) };
  }
  const died = child.exit() !== undefined;
  await child.end(2_000);
  await exited;
  const failure = await whyNot(folder);
  if (!archive.used || !died || failure.code !== "broker-failed") throw failure;
  // An archive cut short takes the whole JVM down: the same start without it says whether that was it.
  await archive.drop();
  return startBroker(parts);
}

/** The end of the process and of what belongs to it. */
function endOf(child: ChildProcess, exited: ChildProcess["exited"]): ChildProcess["end"] {
  return async (graceMs) => {
    await child.end(graceMs);
    return exited;
  };
}

/** Ends a broker that a crashed run of ours left behind on this folder. */
export async function endStaleBroker(folder: BrokerFolder, log: (line: string) => void): Promise<void> {
  let pid: number;
  try {
    pid = (JSON.parse(await readFile(folder.pidFile, "utf8")) as { pid: number }).pid;
  } catch {
    return;
  }
  const commandLine = await commandLineOf(pid);
  if (commandLine?.includes(folder.properties)) {
    log(`Stopping the broker that an earlier run left behind (process ${pid}).`);
    await endPid(pid, staleGraceMs);
  }
  await rm(folder.pidFile, { force: true });
}

/** Keeps a started broker running: a death is said, and followed by new starts until one succeeds. */
export function keepRunning(
  parts: BrokerParts,
  first: ChildProcess,
  say: (line: string) => void,
): { end(): Promise<void> } {
  let child: ChildProcess | null = first;
  let starting: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  let wait = firstWaitMs;

  const watch = (running: ChildProcess): void => {
    const since = Date.now();
    void running.exited.then(async () => {
      if (stopping.signal.aborted) return;
      child = null;
      say(await whyDied(parts.folder));
      if (Date.now() - since > steadyMs) wait = firstWaitMs;
      starting = startAgain();
    });
  };

  const startAgain = async (): Promise<void> => {
    let output = "";
    for (;;) {
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      wait = Math.min(wait * 2, longestWaitMs);
      try {
        await refuseDamagedData(parts.folder);
        child = await startBroker(parts);
        say("The Kafka broker is back.");
        watch(child);
        return;
      } catch (error) {
        // The same sentence once, not at every try.
        const sentence = error instanceof Error ? error.message : String(error);
        if (sentence !== output) say(`${sentence} Trying again.`);
        output = sentence;
      }
    }
  };

  watch(first);
  return {
    async end() {
      stopping.abort();
      await starting;
      await child?.end(endGraceMs);
    },
  };
}

async function whyNot(folder: BrokerFolder): Promise<StartFailure> {
  const text = await lastLines(folder.logFile, 200);
  const at = `; its log is ${folder.logFile}.`;
  if (/Address already in use/.test(text)) {
    return new StartFailure("port-taken", `The Kafka broker's port is in use${at}`);
  }
  if (isDiskFull(text)) return new StartFailure("disk-full", `The Kafka broker's disk is full${at}`);
  return new StartFailure("broker-failed", `The Kafka broker did not start${at}`);
}

async function whyDied(folder: BrokerFolder): Promise<string> {
  const why = isDiskFull(await lastLines(folder.logFile, 200)) ? " because its disk is full" : "";
  await rename(folder.logFile, folder.crashLog).catch(() => {});
  return `The Kafka broker crashed${why}. It is restarted. Its crash log is ${folder.crashLog}.`;
}

function isDiskFull(text: string): boolean {
  return /No space left on device|not enough space on the disk/i.test(text);
}
