import { existsSync } from "node:fs";
import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BrokerParts } from "../broker.ts";
import { type BrokerFolder, clusterId, formatStorage } from "../broker-storage.ts";

/**
 * Gives each broker an empty log of one cluster; the first is the controller. Formatting takes a start of Java for each
 * broker, so what it wrote is kept and copied at later starts.
 */
export async function prepareEmptyLogs(brokers: BrokerParts[]): Promise<void> {
  const kept = folderOf(brokers);
  if (existsSync(kept)) {
    for (const [at, { folder }] of brokers.entries()) await copyFolder(join(kept, String(at)), logOf(folder));
    return;
  }
  const id = clusterId();
  await Promise.all(
    brokers.map(({ folder, java, javaArgs, env }, at) =>
      formatStorage(folder, java, javaArgs, env, { id, standalone: at === 0 }),
    ),
  );
  const aside = `${kept}.${process.pid}`;
  for (const [at, { folder }] of brokers.entries()) await copyFolder(logOf(folder), join(aside, String(at)));
  // Another server may have been quicker: then its logs stay.
  await rename(aside, kept).catch(() => rm(aside, { recursive: true, force: true }));
}

/** Throws away what is kept: the next start formats anew. */
export async function forgetEmptyLogs(brokers: BrokerParts[]): Promise<void> {
  await rm(folderOf(brokers), { recursive: true, force: true });
}

function copyFolder(from: string, to: string): Promise<void> {
  return cp(from, to, { recursive: true });
}

function logOf(folder: BrokerFolder): string {
  return join(folder.path, "log");
}

/** Beside the jars: another version of Kafka has a folder of its own there. */
function folderOf([first]: BrokerParts[]): string {
  if (first === undefined) throw new Error("there are no brokers");
  return join(first.jars.folder, "empty-logs");
}
