import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { readCatalog } from "../exercises/catalog.ts";
import type { Lab } from "./labs/lab.ts";
import { labs } from "./labs/lab-list.ts";
import { LabServices } from "./labs/services.ts";
import type { KafkaSettings } from "./log/kafka-client.ts";
import { openLog } from "./log/open-log.ts";
import { Packs } from "./packs/packs.ts";
import { Playground } from "./playground.ts";
import { longLimits } from "./runs/fold-lane/limits.ts";
import type { LongParts } from "./runs/fold-lane/long-log-runs.ts";
import { cacheRecentSlices } from "./runs/fold-lane/recent-slices.ts";
import { runLimits } from "./runs/limits.ts";
import { runBounds } from "./runs/read-run-request.ts";
import { Runner } from "./runs/runner.ts";
import { Seeding } from "./seeding.ts";
import type { Settings } from "./settings.ts";

/** Reads course and packs, starts the sandbox and connects to Kafka; seeding goes on in the background. */
export async function openPlayground(options: {
  kafka: KafkaSettings;
  seed: boolean;
  /** Folders of exercises in addition to the course's. */
  packs?: string[];
  settings: Settings;
  /** Where long folds keep their keyframes; emptied at the end. */
  foldsDir: string;
  /** Where the systems of labs keep what they need; each empties its part when it starts for the first time. */
  labsDir: string;
  /** The labs; those of the course where nothing else is given. */
  labs?: readonly Lab[];
  /** Says where systems of labs run, such as DATABASE_URL. */
  env: NodeJS.ProcessEnv;
  logger: Logger;
  tell: (line: string) => void;
}): Promise<Playground> {
  const { kafka, settings, logger, foldsDir } = options;
  const root = join(import.meta.dirname, "..");
  const catalog = await readCatalog(join(root, "exercises"));
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const log = openLog(kafka, settings.learnerTopics, logger);
  const windowBounds = { ...runBounds, records: longLimits.windowRecords };
  const parts: LongParts = {
    stream: (slice) => log.stream(slice),
    read: cacheRecentSlices(async (slice) => (await log.read(slice, windowBounds)).records),
  };
  const long = { parts, folder: foldsDir };
  const runner = new Runner({
    slots: settings.slots,
    cacheBytes: settings.traceCacheBytes,
    limits: runLimits,
    logger,
    long,
  });
  const mayWrite = kafka.ours || options.seed;
  const seeding = new Seeding(log, catalog.topics, mayWrite, options.tell);
  if (kafka.kind !== "none") await seeding.start();
  await log.reach().catch(() => {});
  const packs = new Packs({
    folders: options.packs ?? [],
    courseIds: catalog.exercises.map(({ id }) => id),
    log,
    mayWrite,
    tell: options.tell,
  });
  await packs.exercises();
  const services = new LabServices({
    dataDir: options.labsDir,
    env: options.env,
    log,
    idleSeconds: settings.labs.serviceIdleSeconds,
    logger,
  });
  const list = options.labs ?? labs;
  return new Playground({
    log,
    runner,
    catalog,
    packs,
    seeding,
    settings,
    labs: { list, services },
    version,
  });
}
