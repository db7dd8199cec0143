import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brokerJavaArgs } from "../kafka/broker-java-args.ts";
import { classArchive } from "../kafka/class-archive.ts";
import { type JarSet, type Jars, jarsOf } from "../kafka/download-jars.ts";
import { findJava, type Java } from "../kafka/find-java.ts";
import { startChild } from "../processes/child-process.ts";
import { freePort } from "../processes/free-ports.ts";
import { StartFailure } from "../start-failure.ts";

/** Kafka Connect with Debezium's connector for PostgreSQL, on one class path. */
export const connectJars: JarSet = {
  pom: new URL("./worker/pom.xml", import.meta.url),
  name: "connect",
  title: "Kafka Connect",
  megabytes: 45,
};

const heapMegabytes = 160;
const startTimeoutMs = 90_000;
/** A clean end publishes what is on its way, flushes the offsets and writes the class archive. */
const endGraceMs = 15_000;
const askEveryMs = 50;

/** What every worker of this machine is started with. */
export interface ConnectParts {
  java: Java;
  jars: Jars;
  env: NodeJS.ProcessEnv;
}

export interface WorkerOptions extends ConnectParts {
  /** A folder of its own: offsets in it survive a kill, and the next start reads them. */
  folder: string;
  /** How the worker and its producer reach Kafka: `bootstrap.servers` and the rest, in Java's names. */
  kafka: Record<string, string>;
  /** In ms: how often the worker writes down how far it has read. */
  flushEveryMs: number;
  connector: { name: string; config: Record<string, string> };
}

/** A worker of Kafka Connect in standalone mode, with one connector. */
export interface ConnectWorker {
  pid: number;
  exited: Promise<unknown>;
  /** Why its connector or task has failed, in Debezium's words; null while it runs or the worker does not answer. */
  failure(): Promise<string | null>;
  /** Ends it at once: nothing is flushed. */
  kill(): Promise<void>;
  /** Ends it in order: offsets are flushed. */
  end(): Promise<void>;
}

/** Finds Java and the jars; fetches the jars where they are not there yet. Throws a StartFailure. */
export async function openConnect(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<ConnectParts> {
  const java = await findJava(env);
  return { java, jars: await jarsOf(connectJars, env, log), env };
}

/** Starts a worker, and waits until its connector's task runs. Throws a StartFailure that says why it does not. */
export async function startConnectWorker(
  options: WorkerOptions,
  signal: AbortSignal,
): Promise<ConnectWorker> {
  const { java, jars, env, folder, connector } = options;
  await mkdir(folder, { recursive: true });
  const port = await freePort("127.0.0.1");
  const files = { worker: join(folder, "worker.properties"), connector: join(folder, "connector.json") };
  await writeFile(files.worker, workerProperties(options, port), { mode: 0o600 });
  await writeFile(files.connector, JSON.stringify(connector), { mode: 0o600 });
  const archive = classArchive("connect", java, jars);
  const child = startChild({
    command: java.path,
    args: [
      ...archive.flags,
      ...brokerJavaArgs(jars, heapMegabytes),
      "org.apache.kafka.connect.cli.ConnectStandalone",
      files.worker,
      files.connector,
    ],
    cwd: folder,
    env,
    logFile: join(folder, "worker.log"),
  });
  const exited = child.exited.then(() => archive.keep());
  const status = () => readStatus(`http://127.0.0.1:${port}/connectors/${connector.name}/status`);
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const now = await status();
    if (now?.state === "running") break;
    const ended = child.exit() !== undefined;
    if (now?.state === "failed" || ended || signal.aborted || Date.now() > deadline) {
      await child.end(2_000);
      await exited;
      signal.throwIfAborted();
      // An archive that was cut short can end the whole process: the same start without it tells whether that was it.
      if (ended && archive.used) {
        await archive.drop();
        return startConnectWorker(options, signal);
      }
      throw new StartFailure(
        "connect-failed",
        `Kafka Connect did not start the capture: ${now?.trace ?? `its log is ${child.logFile}.`}`,
      );
    }
    await sleep(askEveryMs);
  }
  return {
    pid: child.pid,
    exited,
    failure: async () => (await status())?.trace ?? null,
    async kill() {
      process.kill(child.pid, "SIGKILL");
      await exited;
    },
    async end() {
      await child.end(endGraceMs);
      await exited;
    },
  };
}

/** How far a worker has written down that it has read: a position in PostgreSQL's log, or null where it has not yet. */
export async function flushedLsn(folder: string): Promise<number | null> {
  const text = await readFile(offsetsFile(folder), "latin1").catch(() => "");
  const lsn = /"lsn":(\d+)/.exec(text)?.[1];
  return lsn === undefined ? null : Number(lsn);
}

/** Forgets how far the workers of this folder have read. */
export async function forgetOffsets(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

const offsetsFile = (folder: string) => join(folder, "offsets");

function workerProperties({ folder, kafka, flushEveryMs }: WorkerOptions, port: number): string {
  const producer = Object.entries(kafka).map(([name, value]) => [`producer.${name}`, value]);
  const properties: Record<string, string> = {
    ...kafka,
    ...Object.fromEntries(producer),
    // Only this machine, and only this server's own connector: learners never reach it.
    listeners: `http://127.0.0.1:${port}`,
    "plugin.discovery": "service_load",
    "connector.client.config.override.policy": "None",
    "offset.storage.file.filename": offsetsFile(folder),
    "offset.flush.interval.ms": String(flushEveryMs),
    // Topics are made before, on the learner's account.
    "topic.creation.enable": "false",
    "key.converter": "org.apache.kafka.connect.json.JsonConverter",
    "key.converter.schemas.enable": "false",
    "value.converter": "org.apache.kafka.connect.json.JsonConverter",
    "value.converter.schemas.enable": "false",
    "producer.linger.ms": "0",
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(value)}\n`)
    .join("");
}

/** A file of Java's properties holds ASCII; a backslash begins an escape. */
function escapeProperty(value: string): string {
  return value.replace(
    /[^ -[\]-~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

interface TaskStatus {
  state: "running" | "failed" | "starting";
  /** The first line of why it failed; null while it has not. */
  trace: string | null;
}

/** Null while the worker does not answer. */
async function readStatus(url: string): Promise<TaskStatus | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) return null;
    const { connector, tasks } = (await answer.json()) as Record<"connector", Part> & { tasks: Part[] };
    const failed = [connector, ...tasks].find(({ state }) => state === "FAILED");
    if (failed) return { state: "failed", trace: reasonIn(failed.trace ?? "") };
    const running = tasks.length > 0 && tasks.every(({ state }) => state === "RUNNING");
    return { state: running ? "running" : "starting", trace: null };
  } catch {
    return null;
  }
}

interface Part {
  state: string;
  trace?: string;
}

/** The innermost reason of a Java stack trace. */
function reasonIn(trace: string): string {
  const causes = trace.split("\n").filter((line) => line.startsWith("Caused by: "));
  const reason = causes.at(-1)?.replace("Caused by: ", "") ?? trace.split("\n")[0] ?? "";
  return reason.slice(0, 300);
}
