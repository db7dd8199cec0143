import { randomBytes } from "node:crypto";
import { type IncomingHttpHeaders, type RequestOptions, request } from "node:http";
import { text as readText } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import type { CheckMessage } from "../../engine/protocol/answers.ts";
import type { RunBody } from "../../engine/protocol/requests.ts";
import type { KafkaSettings } from "../log/client.ts";
import { apart, given, summing, type TestServer, testServer, until } from "../testing/playground.ts";
import { expectOneEnd, type Run, readLines, readRun } from "./answered.ts";
import { LogEnds } from "./log-ends.ts";

/** What the server answered to one request. */
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Asking extends Pick<RequestOptions, "method" | "headers" | "signal"> {
  /** Whose request it is: the case's learner by default, nobody's if null. */
  session?: string | null;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
}

const goodRecords = 20;
/** How often somebody who is told that the sandbox is busy tries again. */
const patience = 30;

/** The house that is tried: a whole server that listens, on the tests' broker. All that it says is kept. */
export class House {
  readonly server: TestServer;
  readonly address: string;
  readonly kafka: KafkaSettings;
  readonly logEnds: LogEnds;
  /** The session of the case that is tried now. */
  learner = "";
  /** Everything that was heard since the case began. */
  heard: string[] = [];
  /** How many records the case has written on purpose, by topic, without the prefix. */
  readonly written = new Map<string, number>();

  private constructor(server: TestServer, address: string, kafka: KafkaSettings, logEnds: LogEnds) {
    this.server = server;
    this.address = address;
    this.kafka = kafka;
    this.logEnds = logEnds;
  }

  /** Starts a server under a topic prefix of its own and waits until it is ready. */
  static async open(kafka: KafkaSettings, env: NodeJS.ProcessEnv = {}): Promise<House> {
    const own = apart(kafka);
    const server = await testServer(own, { env });
    const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
    const house = new House(server, address, own, await LogEnds.open(own));
    house.begin();
    await until(async () => (await house.ask("/readyz")).status === 200, "readiness");
    return house;
  }

  /** Begins a case, with a learner whom nobody has seen before. */
  begin(): void {
    this.learner = this.session();
    this.heard = [];
    this.written.clear();
  }

  /** The token of a new session. */
  session(): string {
    return randomBytes(24).toString("base64url");
  }

  /** One request over a connection of its own. */
  async ask(path: string, asking: Asking = {}): Promise<Answered> {
    const { session = this.learner, body, headers, signal } = asking;
    const payload = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const asked = request(`${this.address}${path}`, {
      method: asking.method ?? (payload === undefined ? "GET" : "POST"),
      headers: {
        ...(session !== null && { "x-session": session }),
        ...(payload !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(signal && { signal }),
      agent: false,
    });
    const answered = new Promise<Answered>((resolve, reject) => {
      asked.on("error", reject);
      asked.on("response", (response) => {
        const { statusCode = 0, headers } = response;
        readText(response).then((text) => resolve({ status: statusCode, headers, text }), reject);
      });
    });
    asked.end(payload);
    const answer = await answered;
    this.hear(answer.text);
    return answer;
  }

  /** Keeps what the server said in another way than to `ask`, such as over a WebSocket. */
  hear(text: string): void {
    this.heard.push(text);
  }

  /**
   * Folds a source, over three records that come with it unless `body` names others. Told that the sandbox is busy, it
   * tries again as a page does.
   */
  async run(source: string, body: Omit<RunBody, "source"> = {}, session = this.learner): Promise<Run> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.ask("/api/runs", { session, body: { log: given(3), ...body, source } });
      if (answer.status === 503 && attempt < patience) {
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

  /** A good run of a learner, which has to pass. */
  async good(session: string): Promise<void> {
    const { end, steps } = await this.run(summing(), { log: given(goodRecords) }, session);
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
