import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ChildProcess, startChild } from "../processes/child-process.ts";
import { freePort } from "../processes/free-ports.ts";
import { releaseLock, takeLock } from "../processes/lock-file.ts";
import { lastLines, waitForLogLine } from "../processes/wait-for-log-line.ts";
import { StartFailure } from "../start-failure.ts";
import {
  dataArgument,
  type PostgresFolder,
  postgresFolder,
  prepareDataFolder,
  readPassword,
} from "./data-folder.ts";
import { findPrograms } from "./find-programs.ts";
import { clearPidFile } from "./pid-file.ts";
import type { PostgresOptions, PostgresService } from "./postgres-service.ts";
import { serverArguments, withinLimits } from "./server-settings.ts";
import { postgresUser } from "./system-user.ts";

const readyLine = /database system is ready to accept connections/;
/** A start after a crash replays the write-ahead log first. */
const startTimeoutMs = 60_000;
/** A fast shutdown writes what is in memory. */
const endGraceMs = 15_000;
/** Orphans of a killed server end by themselves; until then the data folder is theirs. */
const orphanTries = 40;

/** Starts a PostgreSQL of our own from its npm package. Throws a StartFailure that says what is missing. */
export async function startLocalPostgres(options: PostgresOptions): Promise<PostgresService> {
  const { env, log } = options;
  const programs = await findPrograms();
  const user = await postgresUser(env);
  const folder = postgresFolder(resolve(options.dataDir));
  const other = await takeLock(folder.ownerFile, "postgres");
  if (other !== null) {
    throw new StartFailure(
      "folder-in-use",
      `Process ${other.pid} already runs a database on ${folder.path}. Stop it first, or name another folder with DATA_DIR.`,
    );
  }
  try {
    await clearPidFile(folder, log);
    await prepareDataFolder(folder, programs, user, env);
    const password = await readPassword(folder);
    const start = (port: number): ChildProcess =>
      startChild({
        ...withinLimits(programs.postgres, serverArguments(dataArgument(folder.data, user), port)),
        cwd: folder.data,
        env: { ...env, TZ: "UTC" },
        logFile: folder.logFile,
        user,
        endSignal: "SIGINT",
      });
    const { child, port, version } = await startOnFreePort(folder, start);
    let stopping = false;
    const died = child.exited.then(async () => {
      if (stopping) return new Promise<string>(() => {});
      await releaseLock(folder.ownerFile);
      return `PostgreSQL ended by itself; its log is ${folder.logFile}. What was committed is kept. Start it again.`;
    });
    return {
      kind: "local",
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      version,
      sentence: `The database is a PostgreSQL ${version} on this machine, at 127.0.0.1:${port}.`,
      died,
      async stop() {
        stopping = true;
        await child.end(endGraceMs);
        await releaseLock(folder.ownerFile);
      },
    };
  } catch (error) {
    await releaseLock(folder.ownerFile);
    throw error;
  }
}

async function startOnFreePort(
  folder: PostgresFolder,
  start: (port: number) => ChildProcess,
): Promise<{ child: ChildProcess; port: number; version: string }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort("127.0.0.1");
    const child = start(port);
    if (await waitForLogLine(child, readyLine, startTimeoutMs)) {
      const version = /starting PostgreSQL (\S+)/.exec(await lastLines(folder.logFile, 50))?.[1] ?? "";
      return { child, port, version };
    }
    await child.end(2_000);
    const failure = await whyNot(folder);
    if (failure === "orphans" && tries < orphanTries) await sleep(250);
    else if (failure !== "port-taken" || tries >= 3) throw failureOf(folder, failure);
  }
}

type Cause = "port-taken" | "orphans" | "disk-full" | "damaged" | "unknown";

async function whyNot(folder: PostgresFolder): Promise<Cause> {
  const text = await lastLines(folder.logFile, 100);
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(text))
    return "orphans";
  if (/Address already in use/.test(text)) return "port-taken";
  if (/No space left on device/.test(text)) return "disk-full";
  if (/PANIC|invalid checkpoint|could not open file|invalid data in|not a valid data directory/.test(text)) {
    return "damaged";
  }
  return "unknown";
}

function failureOf(folder: PostgresFolder, cause: Cause): StartFailure {
  const at = `its log is ${folder.logFile}.`;
  switch (cause) {
    case "port-taken":
      return new StartFailure("port-taken", `The port of PostgreSQL is in use; ${at}`);
    case "orphans":
      return new StartFailure("folder-in-use", `Another PostgreSQL still uses ${folder.data}; ${at}`);
    case "disk-full":
      return new StartFailure("disk-full", `The disk of PostgreSQL is full; ${at} Free some space.`);
    case "damaged":
      return new StartFailure(
        "data-damaged",
        `PostgreSQL cannot read its data; ${at} Move ${folder.path} away; the next start makes a new, empty database.`,
      );
    default:
      return new StartFailure("postgres-failed", `PostgreSQL did not start; ${at}`);
  }
}
