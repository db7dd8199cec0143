import { randomBytes } from "node:crypto";
import { type IncomingHttpHeaders, type RequestOptions, request } from "node:http";
import { text as readText } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import type { Verdict } from "../../engine/fold/trace.ts";
import type { RunBody } from "../../engine/protocol/request-types.ts";
import type { CheckMessage } from "../../engine/protocol/response-types.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import {
  givenRecords,
  isolateTopics,
  openTestServer,
  sessionToken,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { expectOneEnd, type Run, readLines, readRun } from "./parse-run-answer.ts";
import { StoredRecordCounts } from "./stored-record-counts.ts";

/** What the server answered to one request. */
export interface TargetResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface TargetRequest extends Pick<RequestOptions, "method" | "headers" | "signal"> {
  /** Whose request it is: the case's learner by default, nobody's if null. */
  session?: string | null;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
}

const goodRecords = 20;
/** How often somebody who is told that the sandbox is busy tries again. */
const maxAttempts = 30;

/** The target that is tried: a whole server that listens, on the tests' broker. All that it says is kept. */
export class TargetServer {
  readonly server: TestServer;
  readonly address: string;
  readonly kafka: KafkaSettings;
  readonly logEnds: StoredRecordCounts;
  /** The session of the case that is tried now. */
  learner = "";
  /** Everything that was heard since the case began. */
  heard: string[] = [];
  /** How the runs of the case ended, as its learner heard it. */
  readonly ends = new Set<Verdict>();
  /** How many records the case has written on purpose, by topic, without the prefix. */
  readonly written = new Map<string, number>();

  private constructor(
    server: TestServer,
    address: string,
    kafka: KafkaSettings,
    logEnds: StoredRecordCounts,
  ) {
    this.server = server;
    this.address = address;
    this.kafka = kafka;
    this.logEnds = logEnds;
  }

  /** Starts a server under a topic prefix of its own and waits until it is ready. */
  static async open(kafka: KafkaSettings, env: NodeJS.ProcessEnv = {}): Promise<TargetServer> {
    const own = isolateTopics(kafka);
    const server = await openTestServer(own, { env });
    const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
    const target = new TargetServer(server, address, own, await StoredRecordCounts.open(own));
    target.begin();
    await waitForCondition(async () => (await target.ask("/readyz")).status === 200, "readiness");
    return target;
  }

  /** Begins a case, with a learner whom nobody has seen before. */
  begin(): void {
    this.learner = this.session();
    this.heard = [];
    this.ends.clear();
    this.written.clear();
  }

  /** The token of a new session, as the server hands it out. */
  session(): string {
    return sessionToken(randomBytes(24).toString("base64url"));
  }

  /** One request over a connection of its own, which belongs to the case. */
  async ask(path: string, asking: TargetRequest = {}): Promise<TargetResponse> {
    const answer = await this.#request(path, asking);
    this.#noteEnds(answer.text);
    return answer;
  }

  /** Keeps what the server said in another way than to `ask`, such as over a WebSocket. */
  hear(text: string): void {
    this.heard.push(text);
    this.#noteEnds(text);
  }

  #noteEnds(text: string): void {
    for (const [, verdict] of text.matchAll(/"kind":"end","verdict":"([a-z-]+)"/g))
      this.ends.add(verdict as Verdict);
  }

  async #request(path: string, asking: TargetRequest): Promise<TargetResponse> {
    const { session = this.learner, body, headers, signal } = asking;
    const payload = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const asked = request(`${this.address}${path}`, {
      method: asking.method ?? (payload === undefined ? "GET" : "POST"),
      headers: {
        ...(session !== null && { "x-session": session }),
        // Node sets Content-Length only for some methods.
        ...(payload !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
        }),
        ...headers,
      },
      ...(signal && { signal }),
      agent: false,
    });
    const answered = new Promise<TargetResponse>((resolve, reject) => {
      asked.on("error", reject);
      asked.on("response", (response) => {
        const { statusCode = 0, headers } = response;
        readText(response).then((text) => resolve({ status: statusCode, headers, text }), reject);
      });
    });
    asked.end(payload);
    const answer = await answered;
    this.heard.push(answer.text);
    return answer;
  }

  /**
   * Folds a source, over three records that come with it unless `body` names others. Told that the sandbox is busy, it
   * tries again as a page does.
   */
  async run(source: string, body: Omit<RunBody, "source"> = {}, session = this.learner): Promise<Run> {
    const run = await this.#fold(source, body, session);
    this.#noteEnds(run.text);
    return run;
  }

  async #fold(source: string, body: Omit<RunBody, "source">, session: string): Promise<Run> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#request("/api/runs", {
        session,
        body: { log: givenRecords(3), ...body, source },
      });
      if (answer.status === 503 && attempt < maxAttempts) {
        await setTimeout(Number(answer.headers["retry-after"] ?? 1) * 1_000);
        continue;
      }
      expect(answer.status, answer.text.slice(0, 500)).toBe(200);
      return readRun(answer.text);
    }
  }

  /** Checks a source against an exercise. */
  async check(exercise: string, source: string, session = this.learner): Promise<CheckMessage[]> {
    const answer = await this.ask("/api/checks", { session, body: { exercise, source } });
    expect(answer.status, answer.text.slice(0, 500)).toBe(200);
    const messages = await readLines<CheckMessage>(answer.text);
    expectOneEnd(messages);
    return messages;
  }

  /** A good run of a learner, which has to pass. It stands beside the case and is no part of it. */
  async good(session: string): Promise<void> {
    const { end, steps } = await this.#fold(summingSource(), { log: givenRecords(goodRecords) }, session);
    expect(end, "a good run").toMatchObject({ verdict: "ok", state: { count: goodRecords } });
    expect(steps).toHaveLength(goodRecords);
  }

  /** Appends an event to a topic of the learner's own, which may then be there. Gives the topic's full name. */
  async append(topic: string, event: object, session = this.learner): Promise<string> {
    const answer = await this.ask("/api/events", { session, body: { topic, key: "k", event } });
    expect(answer.status, answer.text.slice(0, 500)).toBe(200);
    const { position } = JSON.parse(answer.text) as { position: { topic: string } };
    this.wrote(position.topic);
    return position.topic;
  }

  /** Says that the case has written records on purpose, past `append`. */
  wrote(topic: string, records = 1): void {
    this.written.set(topic, (this.written.get(topic) ?? 0) + records);
  }

  /** The value of a metric that has no labels, as an operator reads it. */
  async metric(name: string): Promise<number> {
    const { text } = await this.ask("/metrics");
    const value = new RegExp(`^offset_zero_${name} (.+)$`, "m").exec(text)?.[1];
    return Number(value ?? Number.NaN);
  }

  /** The processes in which learners' code runs. */
  get sandboxes(): number[] {
    return this.server.playground.runner.pids;
  }

  async close(): Promise<void> {
    await Promise.all([this.logEnds.close(), this.server.close()]);
  }
}
