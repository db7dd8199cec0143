import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { buildApp } from "../http/app.ts";
import type { Patience } from "../http/patience.ts";
import type { KafkaSettings } from "../log/client.ts";
import { openPlayground } from "../open-playground.ts";
import type { Playground } from "../playground.ts";
import { readSettings } from "../settings.ts";

export const silent = pino({ level: "silent" });

export const noKafka: KafkaSettings = {
  kind: "none",
  brokers: [],
  client: {},
  topicPrefix: "",
  version: null,
  sentence: "No Kafka runs here.",
  ours: false,
};

/** The same cluster under a prefix of its own, so that a test finds no topics of others. */
export function apart(kafka: KafkaSettings): KafkaSettings {
  return { ...kafka, topicPrefix: `${kafka.topicPrefix}t${randomBytes(4).toString("hex")}-`, ours: true };
}

export interface TestServer {
  app: FastifyInstance;
  playground: Playground;
  foldsDir: string;
  close(): Promise<void>;
}

/** A whole server for a test; it listens only when the test calls `app.listen`. */
export async function testServer(
  kafka: KafkaSettings = noKafka,
  options: {
    env?: NodeJS.ProcessEnv;
    siteDir?: string | null;
    patience?: Patience;
    packs?: string[];
    tell?: (line: string) => void;
  } = {},
): Promise<TestServer> {
  // Every run is made, however often a test repeats it, unless the test is about the cache.
  const settings = readSettings({ TRACE_CACHE_MB: "0", ...options.env }, "127.0.0.1");
  const foldsDir = await mkdtemp(join(tmpdir(), "offset-zero-folds-"));
  const playground = await openPlayground({
    ...{ kafka, seed: false, packs: options.packs, settings, foldsDir },
    ...{ logger: silent, tell: options.tell ?? (() => {}) },
  });
  const app = await buildApp(playground, options.siteDir ?? null, silent, options.patience);
  await app.ready();
  return {
    app,
    playground,
    foldsDir,
    async close() {
      await app.close();
      await playground.close();
    },
  };
}

/** The JSON objects of an NDJSON body. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
export function lines(body: string): any[] {
  return body
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Resolves when the condition holds. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what = "the condition",
  ms = 30_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${ms} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A reducer that counts and sums; `extra` runs at the start of each `evolve`. */
export function summing(extra = ""): string {
  return `export function initialState() { return { count: 0 }; }
export function evolve(state, event) { ${extra} return { count: state.count + 1 }; }`;
}

/** Records for a run that needs no broker. */
export function given(count: number) {
  return {
    records: Array.from({ length: count }, (_, n) => ({ key: "k", event: { type: "Counted", data: { n } } })),
  };
}

/** Does the work for every item, with so many of them under way at once. */
export async function inTurns<Item>(
  items: Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
