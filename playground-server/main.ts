import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import pino from "pino";
import { runningVersions, unsafeParts } from "./dependency-versions.ts";
import { buildApp } from "./http/app.ts";
import { refusalOf } from "./http/problems.ts";
import { keptSessionSecret } from "./http/session-secret.ts";
import type { KafkaSettings } from "./log/kafka-client.ts";
import { sweepSeconds } from "./log/learner-topics.ts";
import { openPlayground } from "./open-playground.ts";
import { ServerLog } from "./server-log.ts";
import { readSettings } from "./settings.ts";

export interface ServerOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  kafka: KafkaSettings;
  /** The built site; null to serve the API alone. */
  siteDir: string | null;
  /** Logs, keyframes and the secret that signs sessions are kept below this folder. */
  dataDir: string;
  /** Allows writing the course's logs to a cluster this project did not start. */
  seed?: boolean;
  /** Folders of exercises in addition to the course's. */
  packs?: string[];
  /** Gets what an operator should read. */
  log?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}

export interface RunningServer {
  url: string;
  /**
   * Resolves with null when `/readyz` is ready. Where Kafka or the course's logs are still missing after so many
   * milliseconds, resolves with the sentence that says so. A server that is to run without Kafka is ready without it.
   */
  ready(milliseconds?: number): Promise<string | null>;
  /** Lets what is under way come to its end, within `stopLimits`, then ends the server. */
  close(): Promise<void>;
}

/** How long a broker of our own, which has just been started, may take until all is there. One elsewhere may be away for days. */
const ownBrokerMilliseconds = 20_000;
const readyInterval = 100;
/** How often the folders of packs are looked at, so that an author reads at once what is wrong with a file just saved. */
const packInterval = 1_000;

/**
 * Record batches that pass through lie outside V8's heap, and V8 takes each of them for a reason to collect garbage. A
 * heap that may grow more between two collections halves what a long fold costs this process.
 */
setFlagsFromString("--heap-growing-percent=200");

/** Starts the playground server. Kafka may be away: the server comes up, says so, and finds it when it is back. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
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
  const sessionSecret = settings.sessionSecret ?? keptSessionSecret(dataDir);
  const playground = await openPlayground({
    kafka,
    seed,
    packs,
    settings,
    foldsDir: join(dataDir, "folds"),
    labsDir: join(dataDir, "labs"),
    env,
    logger,
    tell: log,
  });
  const app = await buildApp(playground, siteDir, sessionSecret, logger);
  const sweep = setInterval(() => {
    playground.log.topics.sweep().then(
      (removed) => removed.length > 0 && logger.info({ removed }, "idle topics were deleted"),
      (error: unknown) => logger.warn({ err: error }, "idle topics could not be looked for"),
    );
  }, sweepSeconds * 1_000);
  let looking = false;
  const lookAtPacks = async () => {
    if (looking) return;
    looking = true;
    await playground.packs
      .exercises()
      .catch((error: unknown) => logger.warn({ err: error }, "packs could not be read"));
    looking = false;
  };
  const look = packs?.length ? setInterval(lookAtPacks, packInterval) : undefined;
  const ready = async (milliseconds = kafka.ours ? ownBrokerMilliseconds : 0) => {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const missing = await playground.ready().then(() => null, refusalOf);
      if (missing === null) return null;
      const sandboxRuns = playground.runner.pool.alive;
      if (sandboxRuns && kafka.kind === "none") return null;
      if (sandboxRuns && Date.now() >= deadline) return missing.message;
      await sleep(readyInterval);
    }
  };
  const close = async () => {
    clearInterval(sweep);
    clearInterval(look);
    await playground.work.stop();
    await app.close();
    await playground.close();
    serverLog.close();
  };
  try {
    const url = await app.listen({ host, port });
    return { url, ready, close };
  } catch (error) {
    await close();
    throw error;
  }
}
