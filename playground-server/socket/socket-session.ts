import type { FastifyBaseLogger } from "fastify";
import { socketRequest } from "../../engine/protocol/request-schemas.ts";
import type { SocketRequest } from "../../engine/protocol/request-types.ts";
import type { SocketMessage, SocketResponse } from "../../engine/protocol/response-types.ts";
import type { Caller } from "../caller.ts";
import { errors, problemOf, Refusal, refusalDetail } from "../errors.ts";
import { refusalOf } from "../http/problems.ts";
import { parseRequest } from "../parse-request.ts";
import type { Playground } from "../playground.ts";
import { WaitCancelled } from "../runs/fair-slot-queue.ts";
import type { EmitKept } from "../runs/runner.ts";
import { readJson } from "../strict-json.ts";
import { TerminalInput } from "../terminal/terminal-input.ts";
import { refusalOfUnread, type UnreadAccount } from "../unread/memory-budget.ts";
import { socketLimits } from "./limits.ts";
import { Outbox, type Sender } from "./outbox.ts";
import { TokenBucket } from "./token-bucket.ts";

/** The part of a `ws` socket that is used here. */
export interface Socket extends Sender {
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  on(event: "message", listener: (data: Buffer, binary: boolean) => void): unknown;
  on(event: "close" | "pong", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** A request with answers of its own. */
type Asked = Exclude<SocketRequest, { kind: "hello" | "cancel" | "terminal-input" }>;

/** One client's connection: hello first, then requests by id, each with its answers. */
export class SocketSession {
  #outbox: Outbox;
  #playground: Playground;
  #caller: Caller;
  #logger: FastifyBaseLogger;
  #greeted = false;
  #closed = false;
  #silence: NodeJS.Timeout;
  #open = new Map<string, AbortController>();
  /** What is typed into the tools that run in terminals. */
  #typed = new Map<string, TerminalInput>();
  #allowance = new TokenBucket(socketLimits.messagesAtOnce, socketLimits.messagesPerSecond);

  /** `helloWithin`: how long the client may take to say hello, in ms. */
  constructor(
    socket: Socket,
    playground: Playground,
    caller: Caller,
    logger: FastifyBaseLogger,
    account: UnreadAccount,
    helloWithin: number,
  ) {
    this.#outbox = new Outbox(socket, account);
    this.#playground = playground;
    this.#caller = caller;
    this.#logger = logger;
    this.#silence = setTimeout(() => socket.close(1008, "No hello within five seconds."), helloWithin);
    socket.on("error", () => {});
    socket.on("message", (data, binary) => {
      this.#hear(binary ? Buffer.alloc(0) : data).catch((error: unknown) => this.#refuse(error));
    });
  }

  async #hear(data: Buffer): Promise<void> {
    if (!this.#allowance.take()) throw new Refusal("rate-limited", null, { retryAfter: 3 });
    this.#playground.byteRates.take(this.#caller.address, data.length);
    const message: SocketRequest = parseRequest(socketRequest, readJson(data.toString()));
    if (message.kind === "hello") return this.#hello();
    if (!this.#greeted) throw new Refusal("hello-expected");
    if (message.kind === "cancel") return this.#open.get(message.id)?.abort(new WaitCancelled());
    if (message.kind === "terminal-input") return this.#typed.get(message.id)?.give(message);
    await this.#answer(message);
  }

  #hello(): void {
    if (this.#greeted) throw new Refusal("hello-expected", refusalDetail("hello-twice"));
    clearTimeout(this.#silence);
    this.#greeted = true;
    this.#send({ kind: "hello", about: this.#playground.about(), learner: this.#caller.learner });
  }

  async #answer(request: Asked): Promise<void> {
    const { id } = request;
    if (this.#open.has(id) || this.#open.size >= socketLimits.requestsAtOnce) {
      return this.#refuse(
        new Refusal(
          "request-invalid",
          refusalDetail("ids-of-requests", { most: socketLimits.requestsAtOnce }),
        ),
        id,
      );
    }
    const controller = new AbortController();
    this.#open.set(id, controller);
    let overrun = false;
    const send = (message: SocketResponse["message"]) => {
      overrun ||= !this.#send({ id, message });
      if (overrun) controller.abort(new WaitCancelled());
    };
    try {
      await this.#serve(request, send, controller.signal);
    } catch (error) {
      // Given up by the client itself: it has stopped listening.
      if (!controller.signal.aborted || error instanceof Refusal) this.#refuse(error, id);
    } finally {
      this.#open.delete(id);
      if (overrun) this.#refuse(refusalOfUnread(), id);
    }
  }

  async #serve(
    request: Asked,
    send: (message: SocketResponse["message"]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const caller = this.#caller;
    const { labs } = this.#playground;
    if (request.kind === "run") return this.#run(request, send, signal);
    if (request.kind === "lines") {
      const { kind, id, ...body } = request;
      return this.#playground.lines(body, caller, send, signal);
    }
    if (request.kind === "window") return this.#playground.window(request, caller, send, signal);
    if (request.kind === "window-lines") return this.#playground.windowLines(request, caller, send, signal);
    if (request.kind === "check") return this.#playground.check(request, caller, send, signal, send);
    if (request.kind === "compare") {
      const comparison = await this.#playground.compare(request, caller, signal);
      return send({ kind: "comparison", ...comparison });
    }
    if (request.kind === "append") {
      const position = await this.#playground.append(request, caller);
      this.#playground.metrics.appended.inc();
      return send({ kind: "appended", position });
    }
    if (request.kind === "terminal") return this.#terminal(request, send, signal);
    if (request.kind === "complete") {
      return send({
        kind: "completion",
        ...(await this.#playground.terminal.complete(request, caller)),
      });
    }
    if (request.kind === "lab-command") {
      const { lab, command } = request;
      return labs.handle(lab, command, caller, send, { wantsEvents: false, signal });
    }
    if (request.kind === "lab-events")
      return labs.follow(request.lab, request.from ?? 0, caller, send, signal);
    if (request.kind === "lab-reset") return send(await labs.reset(request.lab, caller));
    return this.#tail(request.topic, send, signal);
  }

  /** A kept trace is read as fast as the client takes it, when the run itself is over. */
  async #run(
    { kind, id, ...body }: Extract<SocketRequest, { kind: "run" }>,
    send: (message: SocketResponse["message"]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let sent: Promise<boolean> | null = null;
    const emitKept: EmitKept = (trace, runId) => {
      sent = this.#outbox.sendShared(trace.shared, answers(id, trace.lines(runId), signal));
    };
    await this.#playground.run(body, this.#caller, send, signal, emitKept);
    if ((await sent) === false) throw refusalOfUnread();
  }

  async #terminal(
    { id, line, tools }: { id: string; line: string; tools?: string[] },
    send: (message: SocketResponse["message"]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const typed = new TerminalInput(signal);
    this.#typed.set(id, typed);
    try {
      await this.#playground.terminal.run({ line, tools }, this.#caller, { send, typed, signal });
    } finally {
      this.#typed.delete(id);
    }
  }

  /** Lasts until the client cancels, goes away, or the topic ends. */
  async #tail(
    topic: string,
    send: (message: SocketResponse["message"]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const ended = Promise.withResolvers<void>();
    const stop = await this.#playground.watch(topic, this.#caller, {
      onRecord: (record) => send({ kind: "record", record }),
      onEnd: ended.reject,
    });
    send({ kind: "tailing" });
    signal.addEventListener("abort", () => ended.resolve(), { once: true });
    if (signal.aborted) ended.resolve();
    await ended.promise.finally(stop);
  }

  #refuse(error: unknown, id?: string): void {
    const refusal = refusalOf(error);
    if (errors[refusal.code].status >= 500) {
      this.#logger.warn({ code: refusal.code, err: refusal.cause }, "a socket request failed");
    }
    this.#playground.metrics.refused.inc();
    const { retryAfter } = refusal;
    const problem = {
      kind: "problem" as const,
      ...problemOf(refusal),
      ...(retryAfter !== undefined && { retryAfter }),
    };
    this.#send(id === undefined ? problem : { id, message: problem }, true);
  }

  /** False where too much of what was answered is unread. */
  #send(message: SocketMessage, needed = false): boolean {
    return this.#closed || this.#outbox.send(JSON.stringify(message), needed);
  }

  /** Gives up everything that is under way. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#silence);
    for (const controller of this.#open.values()) controller.abort(new WaitCancelled());
    this.#outbox.close();
  }
}

/** The lines of a kept trace as answers to a request, until it is given up. */
function* answers(id: string, lines: Iterable<string>, signal: AbortSignal): Generator<string, void> {
  for (const line of lines) {
    if (signal.aborted) return;
    yield `{"id":${JSON.stringify(id)},"message":${line}}`;
  }
}
