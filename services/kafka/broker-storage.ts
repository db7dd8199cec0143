import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../processes/run-command.ts";
import { StartFailure } from "../start-failure.ts";
import type { Java } from "./find-java.ts";

/** Below this Kafka runs into a full disk within minutes: its offset indexes alone are set aside at 10 MB each. */
const leastFreeBytes = 256 * 1024 * 1024;

export interface Ports {
  broker: number;
  controller: number;
}

/** Where a local broker keeps its things. */
export interface BrokerFolder {
  path: string;
  properties: string;
  logFile: string;
  /** The log of the last start that ended in a death, kept aside for reading. */
  crashLog: string;
  pidFile: string;
}

export function brokerFolder(dataDir: string, name = "kafka"): BrokerFolder {
  const path = join(dataDir, name);
  return {
    path,
    properties: join(path, "server.properties"),
    logFile: join(path, "broker.log"),
    crashLog: join(path, "broker-died.log"),
    pidFile: join(path, "broker.pid.json"),
  };
}

/** Throws a StartFailure where the disk of this folder has too little room to start on. */
export async function requireDiskSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= leastFreeBytes) return;
  throw new StartFailure(
    "disk-full",
    `The disk at ${folder} has ${Math.floor(free / 1024 / 1024)} MB left, but Kafka needs ${leastFreeBytes / 1024 / 1024} MB to start. Free some space, or name another folder with DATA_DIR.`,
  );
}

/** What is written to a server.properties file, by name. */
export type ServerProperties = Record<string, string>;

/** Written before every start, because the ports may have changed. */
export async function writeProperties(folder: BrokerFolder, properties: ServerProperties): Promise<void> {
  await mkdir(folder.path, { recursive: true });
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(folder.properties, lines.join(""));
}

/** Settings of a single broker that starts fast and forgets nothing. Paths are relative to its folder. */
export function serverProperties(ports: Ports): ServerProperties {
  return {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.quorum.bootstrap.servers": `127.0.0.1:${ports.controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${ports.broker},CONTROLLER://127.0.0.1:${ports.controller}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${ports.broker}`,
    "controller.listener.names": "CONTROLLER",
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    // A relative path: a comma or an accent in the data folder's own name would not survive this file.
    "log.dirs": "log",
    "num.partitions": "1",
    "default.replication.factor": "1",
    "min.insync.replicas": "1",
    "offsets.topic.replication.factor": "1",
    "offsets.topic.num.partitions": "4",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "transaction.state.log.num.partitions": "4",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "share.coordinator.state.topic.num.partitions": "1",
    // After a kill -9 the broker's new life may only register once its old one counts as gone: 9 s by default.
    "broker.session.timeout.ms": "2000",
    "broker.heartbeat.interval.ms": "500",
    // Nobody else joins within the next three seconds.
    "group.initial.rebalance.delay.ms": "0",
    "group.streams.initial.rebalance.delay.ms": "0",
    // A mistyped name must not make a topic.
    "auto.create.topics.enable": "false",
    // Lesson records carry old timestamps: with a week's retention they would be gone within minutes.
    "log.retention.ms": "-1",
    // Learners watch retention and compaction at work: by default they would wait 5 minutes and 15 seconds for a look.
    "log.retention.check.interval.ms": "5000",
    "log.cleaner.backoff.ms": "2000",
    // Only closed segments are ever deleted: at the usual 1 GB a learner's topic would outgrow its bounds by far.
    "log.segment.bytes": String(4 * 1024 * 1024),
  };
}

/**
 * Gives an empty log folder its cluster id. Does nothing where that was done before. Standalone: it becomes the one
 * controller of that cluster; otherwise it joins those that the cluster has.
 */
export async function formatStorage(
  folder: BrokerFolder,
  java: Java,
  javaArgs: string[],
  env: NodeJS.ProcessEnv,
  cluster: { id: string; standalone: boolean } = { id: clusterId(), standalone: true },
): Promise<void> {
  if (existsSync(join(folder.path, "log", "meta.properties"))) return;
  const { code, output } = await runCommand(
    java.path,
    [
      ...javaArgs,
      "kafka.tools.StorageTool",
      "format",
      ...(cluster.standalone ? ["--standalone"] : []),
      "-t",
      cluster.id,
      "-c",
      folder.properties,
    ],
    { env, cwd: folder.path, timeoutMs: 60_000 },
  );
  if (code === 0) return;
  throw new StartFailure(
    "broker-failed",
    `Kafka could not format its log folder ${join(folder.path, "log")}: ${output.trim().split("\n").at(-1) ?? ""}`,
  );
}

/** 128 random bits as Kafka writes them: 22 characters, never beginning with a dash that would look like an option. */
export function clusterId(): string {
  for (;;) {
    const id = randomBytes(16).toString("base64url");
    if (!id.startsWith("-")) return id;
  }
}
