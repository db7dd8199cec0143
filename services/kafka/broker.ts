import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, startChild } from "../processes/child.ts";
import { commandLineOf, endPid } from "../processes/pid.ts";
import { firstLines, lastLines, lineAppears } from "../processes/ready.ts";
import { StartFailure } from "../start-failure.ts";
import { classArchive } from "./class-archive.ts";
import type { Jars } from "./jars.ts";
import type { Java } from "./java.ts";
import { type BrokerFolder, needRoom } from "./storage.ts";

const STARTED = /Kafka Server started/;
/** How Java says that it goes on without the class archive. */
const ARCHIVE_REFUSED = /\[warning\]\[cds/;
const START_TIMEOUT_MS = 60_000;

/** A clean end takes about a second, the first one longer: it writes the class archive. */
const END_GRACE_MS = 15_000;

/** What an earlier run left behind has had its time. */
const STALE_GRACE_MS = 4_000;

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;
/** The waits grow from death to death; a broker that ran so long has earned a quick restart again. */
const STEADY_MS = 60_000;

export interface BrokerParts {
  folder: BrokerFolder;
  java: Java;
  jars: Jars;
  javaArgs: string[];
  env: NodeJS.ProcessEnv;
}

/** Starts one broker process and waits until it serves. Throws a StartFailure that says why it did not. */
export async function startBroker(parts: BrokerParts): Promise<Child> {
  const { folder, java, jars } = parts;
  await needRoom(folder.path);
  const archive = classArchive("broker", java, jars);
  const child = startChild({
    command: java.path,
    args: [...archive.flags, ...parts.javaArgs, "kafka.Kafka", folder.properties],
    cwd: folder.path,
    env: parts.env,
    logFile: folder.logFile,
  });
  await writeFile(folder.pidFile, JSON.stringify({ pid: child.pid }));
  const forget = child.exited.then(async () => {
    await archive.keep();
    await rm(folder.pidFile, { force: true });
  });
  if (await lineAppears(child, STARTED, START_TIMEOUT_MS)) {
    if (ARCHIVE_REFUSED.test(await firstLines(folder.logFile, 5))) await archive.drop();
    return { ...child, end: endOf(child, forget) };
  }
  await child.end(2_000);
  await forget;
  const failure = await whyNot(folder);
  if (!archive.used || failure.code !== "broker-failed") throw failure;
  // An archive cut short takes the whole JVM down: the same start without it says whether that was it.
  await archive.drop();
  return startBroker(parts);
}

/** The end of the process and of what belongs to it. */
function endOf(child: Child, forget: Promise<void>): Child["end"] {
  return async (graceMs) => {
    const exit = await child.end(graceMs);
    await forget;
    return exit;
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
    log(`Ending the broker that an earlier run left behind (process ${pid}).`);
    await endPid(pid, STALE_GRACE_MS);
  }
  await rm(folder.pidFile, { force: true });
}

/** Keeps a started broker running: a death is said, and followed by new starts until one succeeds. */
export function keepRunning(
  parts: BrokerParts,
  first: Child,
  say: (line: string) => void,
): { end(): Promise<void> } {
  let child: Child | null = first;
  let starting: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  let wait = FIRST_WAIT_MS;

  const watch = (running: Child): void => {
    const since = Date.now();
    void running.exited.then(async () => {
      if (stopping.signal.aborted) return;
      child = null;
      say(await whyDied(parts.folder));
      if (Date.now() - since > STEADY_MS) wait = FIRST_WAIT_MS;
      starting = startAgain();
    });
  };

  const startAgain = async (): Promise<void> => {
    let said = "";
    for (;;) {
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      try {
        child = await startBroker(parts);
        say("The Kafka broker is back.");
        watch(child);
        return;
      } catch (error) {
        // The same sentence once, not at every try.
        const sentence = error instanceof Error ? error.message : String(error);
        if (sentence !== said) say(`${sentence} Trying again.`);
        said = sentence;
      }
    }
  };

  watch(first);
  return {
    async end() {
      stopping.abort();
      await starting;
      await child?.end(END_GRACE_MS);
    },
  };
}

async function whyNot(folder: BrokerFolder): Promise<StartFailure> {
  const text = await lastLines(folder.logFile, 200);
  const at = `; its log is ${folder.logFile}.`;
  if (/Address already in use/.test(text)) {
    return new StartFailure("port-taken", `The Kafka broker found its port taken${at}`);
  }
  if (isDiskFull(text)) return new StartFailure("disk-full", `The Kafka broker found its disk full${at}`);
  return new StartFailure("broker-failed", `The Kafka broker did not start${at}`);
}

async function whyDied(folder: BrokerFolder): Promise<string> {
  const why = isDiskFull(await lastLines(folder.logFile, 200)) ? " because its disk is full" : "";
  await rename(folder.logFile, folder.crashLog).catch(() => {});
  return `The Kafka broker died while running${why}. It is started again; the log of its death is ${folder.crashLog}.`;
}

function isDiskFull(text: string): boolean {
  return /No space left on device|not enough space on the disk/i.test(text);
}
