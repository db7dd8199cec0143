import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { buildApp } from "../http/app.ts";
import { SessionTokens } from "../http/session-token.ts";
import type { Timeouts } from "../http/timeouts.ts";
import type { Lab } from "../labs/lab.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import { openPlayground } from "../open-playground.ts";
import type { Playground } from "../playground.ts";
import { readSettings } from "../settings.ts";
import { expectDocumentedAnswers } from "./documented-answers.ts";

export const silentLogger = pino({ level: "silent" });

/** What test servers sign sessions with. */
export const testSecret = "the secret of all test servers";

/** The token of a session that a test server knows. The name has at least 22 letters, digits and hyphens. */
export function sessionToken(name = "a-session-of-this-test-only"): string {
  return new SessionTokens(testSecret).sign(name);
}

/** The session that asks a test server where the test names no other. */
export const testSession = { "x-session": sessionToken() };

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
export function isolateTopics(kafka: KafkaSettings): KafkaSettings {
  return { ...kafka, topicPrefix: `${kafka.topicPrefix}t${randomBytes(4).toString("hex")}-`, ours: true };
}

export interface TestServer {
  /** What `inject` answers is held to the OpenAPI document. */
  app: FastifyInstance;
  playground: Playground;
  foldsDir: string;
  /** Posts JSON, and again while the sandbox is busy, as a page does. */
  post(url: string, payload: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The operations that `inject` had answered with 200 so far, such as `post /api/runs`. */
  answered: Set<string>;
  close(): Promise<void>;
}

type Answer = Awaited<ReturnType<FastifyInstance["inject"]>>;

/** A whole server for a test; it listens only when the test calls `app.listen`. */
export async function openTestServer(
  kafka: KafkaSettings = noKafka,
  options: {
    env?: NodeJS.ProcessEnv;
    siteDir?: string | null;
    timeouts?: Timeouts;
    packs?: string[];
    labs?: readonly Lab[];
    tell?: (line: string) => void;
  } = {},
): Promise<TestServer> {
  // Every run is made, however often a test repeats it, unless the test is about the cache.
  const settings = readSettings({ TRACE_CACHE_MB: "0", ...options.env }, "127.0.0.1");
  const foldsDir = await mkdtemp(join(tmpdir(), "offset-zero-folds-"));
  const labsDir = await mkdtemp(join(tmpdir(), "offset-zero-labs-"));
  const playground = await openPlayground({
    kafka,
    seed: false,
    packs: options.packs,
    settings,
    foldsDir,
    labsDir,
    ...(options.labs && { labs: options.labs }),
    env: { ...process.env, ...options.env },
    logger: silentLogger,
    tell: options.tell ?? (() => {}),
  });
  const app = await buildApp(playground, options.siteDir ?? null, testSecret, silentLogger, options.timeouts);
  await app.ready();
  const post: TestServer["post"] = async (url, payload, headers = testSession) => {
    let answer: Answer | undefined;
    await waitForCondition(async () => {
      answer = await app.inject({ method: "POST", url, payload: payload as object, headers });
      return answer.statusCode !== 503 || answer.json().code !== "busy";
    }, "a free slot");
    return answer as Answer;
  };
  return {
    app,
    playground,
    foldsDir,
    post,
    answered: expectDocumentedAnswers(app),
    async close() {
      await app.close();
      await playground.close();
      await rm(labsDir, { recursive: true, force: true });
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
export async function waitForCondition(
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
export function summingSource(extra = ""): string {
  return `export function initialState() { return { count: 0 }; }
export function evolve(state, event) { ${extra} return { count: state.count + 1 }; }`;
}

/** Records for a run that needs no broker. */
export function givenRecords(count: number) {
  return {
    records: Array.from({ length: count }, (_, n) => ({ key: "k", event: { type: "Counted", data: { n } } })),
  };
}

/** Does the work for every item, with so many of them under way at once. */
export async function runInTurns<Item>(
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
