import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { StartFailure } from "../start-failure.ts";
import type { BrokerFolder } from "./broker-storage.ts";
import { readMetadata } from "./metadata-log.ts";

const metadataFolder = "__cluster_metadata-0";
/** Folders of partitions that Kafka is about to delete, or that it has already put aside. */
const leaving = /-(delete|stray|future)$/;
const topicsNamed = 3;

/**
 * Throws a StartFailure if a broker that is started on this data would lose topics. A broker gives no warning: it cuts its
 * metadata log off where the damage begins, and deletes the partitions of topics that it no longer knows.
 */
export async function refuseDamagedData(folder: BrokerFolder): Promise<void> {
  const logDir = join(folder.path, "log");
  const partitions = await partitionsIn(logDir);
  const metadata = join(logDir, metadataFolder);
  const segments = await filesOf(metadata, ".log");
  // An interrupted format of the folder leaves neither, and is repeated at the next start.
  if (segments.length === 0 && partitions.length === 0) return;
  if (!existsSync(join(logDir, "meta.properties"))) {
    throw damaged(
      folder,
      `The Kafka broker's data in ${logDir} has no meta.properties, the file that says whose data it is.`,
    );
  }

  const { known, damagedAt, cutByCrash } = await readTopics(metadata, segments);
  const lost = new Set(partitions.filter(({ id }) => !known.has(id)).map(({ topic }) => topic));
  if (lost.size === 0 && cutByCrash) return;
  throw damaged(
    folder,
    `The Kafka broker's list of its topics, ${metadata}, is damaged${damagedAt}: ${describeLoss([...lost].sort())}`,
  );
}

/** The ids of the topics that a broker would know: all that the metadata names before the damage, if there is any. */
async function readTopics(metadata: string, segments: string[]) {
  const known = new Set<string>();
  const snapshots = await filesOf(metadata, ".checkpoint");
  for (const file of [...snapshots.slice(-1), ...segments]) {
    const { made, removed, unreadableAt, goodAfter } = readMetadata(await readFile(join(metadata, file)));
    for (const id of [...made.keys(), ...removed]) known.add(id);
    if (unreadableAt === null) continue;
    const damagedAt = ` (${file}, from byte ${unreadableAt} on)`;
    return { known, damagedAt, cutByCrash: !goodAfter && file === segments.at(-1) };
  }
  return { known, damagedAt: "", cutByCrash: true };
}

function describeLoss(topics: string[]): string {
  if (topics.length === 0) return "a start would lose what was written after that.";
  const more = topics.length > topicsNamed ? ` and ${topics.length - topicsNamed} more` : "";
  return `a start would delete ${topics.slice(0, topicsNamed).join(", ")}${more}.`;
}

function damaged(folder: BrokerFolder, what: string): StartFailure {
  return new StartFailure(
    "data-damaged",
    `${what} Nothing was changed. Restore ${folder.path} from a copy. Without a copy, move that folder away and start again: the server writes the course's logs again, and the learners' topics stay in the folder that you moved.`,
  );
}

/** The partitions that have a folder, with the id of their topic. */
async function partitionsIn(logDir: string): Promise<{ topic: string; id: string }[]> {
  const found: { topic: string; id: string }[] = [];
  for (const name of await filesOf(logDir, "")) {
    if (name === metadataFolder || leaving.test(name)) continue;
    const text = await readFile(join(logDir, name, "partition.metadata"), "utf8").catch(() => "");
    const id = /^topic_id: (\S+)$/m.exec(text)?.[1];
    if (id !== undefined) found.push({ topic: name.replace(/-\d+$/, ""), id });
  }
  return found;
}

/** Their names in order, which for Kafka's files is the order of their offsets. Empty where there is no folder. */
async function filesOf(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}
