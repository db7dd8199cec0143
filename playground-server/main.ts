import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import pino from "pino";
import { buildApp } from "./http/app.ts";
import type { KafkaSettings } from "./log/client.ts";
import { sweepSeconds } from "./log/learner-topics.ts";
import { openPlayground } from "./open-playground.ts";
import { ServerLog } from "./server-log.ts";
import { readSettings } from "./settings.ts";
import { runningVersions, unsafeParts } from "./versions.ts";

export interface ServerOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  kafka: KafkaSettings;
  /** The built site; null to serve the API alone. */
  siteDir: string | null;
  /** Logs are kept below this folder. */
  dataDir: string;
  /** Allows writing the course's logs to a cluster this project did not start. */
  seed?: boolean;
  /** Folders of exercises beside the course's. */
  packs?: string[];
  /** Gets what an operator should read. */
  log?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}

/**
 * Record batches that pass through lie outside V8's heap, and V8 takes each of them for a reason to collect garbage. A
 * heap that may grow more between two collections halves what a long fold costs this process.
 */
setFlagsFromString("--heap-growing-percent=200");

/** Starts the playground server. Kafka may be away: the server comes up, says so, and finds it when it is back. */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { host, port, kafka, siteDir, dataDir, packs } = options;
  const { seed = false, log = console.log, env = process.env } = options;
  const folder = join(dataDir, "logs");
  mkdirSync(folder, { recursive: true });
  const serverLog = new ServerLog(join(folder, "server.log"));
  const logger = pino({}, serverLog);
  for (const sentence of unsafeParts(runningVersions())) {
    log(sentence);
    logger.warn(sentence);
  }
  const settings = readSettings(env, host);
  const playground = await openPlayground({
    kafka,
    seed,
    packs,
    settings,
    foldsDir: join(dataDir, "folds"),
    logger,
    tell: log,
  });
  const app = await buildApp(playground, siteDir, logger);
  const sweep = setInterval(() => {
    playground.log.topics.sweep().then(
      (removed) => removed.length > 0 && logger.info({ removed }, "idle topics were deleted"),
      (error: unknown) => logger.warn({ err: error }, "idle topics could not be looked for"),
    );
  }, sweepSeconds * 1_000);
  const close = async () => {
    clearInterval(sweep);
    await app.close();
    await playground.close();
    serverLog.close();
  };
  try {
    const url = await app.listen({ host, port });
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
