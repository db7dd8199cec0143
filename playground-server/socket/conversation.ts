import type { FastifyBaseLogger } from "fastify";
import type { SocketAnswer, SocketMessage } from "../../engine/protocol/answers.ts";
import type { SocketRequest } from "../../engine/protocol/requests.ts";
import { errors, problemOf, Refusal } from "../errors.ts";
import { counters } from "../http/metrics.ts";
import { refusalOf } from "../http/problems.ts";
import { readJson } from "../json-text.ts";
import type { Caller, Playground } from "../playground.ts";
import { GivenUp } from "../runs/queue.ts";
import { parse, socketRequest } from "../schemas.ts";
import { Typed } from "../terminal/typed.ts";
import { Allowance } from "./allowance.ts";
import { socketLimits } from "./limits.ts";

/** The part of a `ws` socket that is used here. */
export interface Socket {
  readonly bufferedAmount: number;
  send(data: string): void;
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
export class Conversation {
  #socket: Socket;
  #playground: Playground;
  #caller: Caller;
  #logger: FastifyBaseLogger;
  #greeted = false;
  #closed = false;
  #silence: NodeJS.Timeout;
  #open = new Map<string, AbortController>();
  /** What is typed into the tools that run in terminals. */
  #typed = new Map<string, Typed>();
  #allowance = new Allowance(socketLimits.messagesAtOnce, socketLimits.messagesPerSecond);

  /** `helloWithin`: how long the client may take to say hello, in ms. */
  constructor(
    socket: Socket,
    playground: Playground,
    caller: Caller,
    logger: FastifyBaseLogger,
    helloWithin: number,
  ) {
    this.#socket = socket;
    this.#playground = playground;
    this.#caller = caller;
    this.#logger = logger;
    this.#silence = setTimeout(() => socket.close(1008, "No hello within five seconds."), helloWithin);
    socket.on("error", () => {});
    socket.on("message", (data, binary) => {
      this.#hear(binary ? "" : data.toString()).catch((error: unknown) => this.#refuse(error));
    });
  }

  async #hear(text: string): Promise<void> {
    if (!this.#allowance.take()) throw new Refusal("rate-limited", "", { retryAfter: 3 });
    const message = parse(socketRequest, readJson(text)) as SocketRequest;
    if (message.kind === "hello") return this.#hello();
    if (!this.#greeted) throw new Refusal("hello-expected");
    if (message.kind === "cancel") return this.#open.get(message.id)?.abort(new GivenUp());
    if (message.kind === "terminal-input") return this.#typed.get(message.id)?.give(message);
    await this.#answer(message);
  }

  #hello(): void {
    if (this.#greeted) throw new Refusal("hello-expected", "You have said hello already.");
    clearTimeout(this.#silence);
    this.#greeted = true;
    this.#send({ kind: "hello", about: this.#playground.about(), learner: this.#caller.learner });
  }

  async #answer(request: Asked): Promise<void> {
    const { id } = request;
    if (this.#open.has(id) || this.#open.size >= socketLimits.requestsAtOnce) {
      return this.#refuse(
        new Refusal("request-invalid", "Every open request needs an id of its own, at most 20."),
        id,
      );
    }
    const controller = new AbortController();
    this.#open.set(id, controller);
    try {
      await this.#serve(request, (message) => this.#send({ id, message }), controller.signal);
    } catch (error) {
      // Given up by the client itself: it has stopped listening.
      if (!controller.signal.aborted || error instanceof Refusal) this.#refuse(error, id);
    } finally {
      this.#open.delete(id);
    }
  }

  async #serve(
    request: Asked,
    send: (message: SocketAnswer["message"]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const caller = this.#caller;
    if (request.kind === "run" || request.kind === "lines") {
      const { kind, id, ...body } = request;
      return this.#playground[kind](body, caller, send, signal);
    }
    if (request.kind === "window") return this.#playground.window(request, caller, send, signal);
    if (request.kind === "window-lines") return this.#playground.windowLines(request, caller, send, signal);
    if (request.kind === "check") return this.#playground.check(request, caller, send, signal);
    if (request.kind === "compare") {
      const comparison = await this.#playground.compare(request, caller, signal);
      return send({ kind: "comparison", ...comparison });
    }
    if (request.kind === "append") {
      const position = await this.#playground.append(request, caller);
      counters.appended++;
      return send({ kind: "appended", position });
    }
    if (request.kind === "terminal") return this.#terminal(request, send, signal);
    if (request.kind === "complete") {
      return send({
        kind: "completion",
        ...(await this.#playground.terminal.complete(request.line, caller)),
      });
    }
    return this.#tail(request.topic, send, signal);
  }

  async #terminal(
    { id, line }: { id: string; line: string },
    send: (message: SocketAnswer["message"]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const typed = new Typed(signal);
    this.#typed.set(id, typed);
    try {
      await this.#playground.terminal.run(line, this.#caller, { send, typed, signal });
    } finally {
      this.#typed.delete(id);
    }
  }

  /** Lasts until the client cancels, goes away, or the topic ends. */
  async #tail(
    topic: string,
    send: (message: SocketAnswer["message"]) => void,
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
    counters.refused++;
    const { retryAfter } = refusal;
    const problem = {
      ...{ kind: "problem" as const, ...problemOf(refusal) },
      ...(retryAfter !== undefined && { retryAfter }),
    };
    this.#send(id === undefined ? problem : { id, message: problem });
  }

  #send(message: SocketMessage): void {
    if (this.#closed) return;
    if (this.#socket.bufferedAmount > socketLimits.unreadBytes) {
      this.#logger.info("a socket was closed whose answers were not read");
      this.close();
      this.#socket.terminate();
      return;
    }
    this.#socket.send(JSON.stringify(message));
  }

  /** Gives up everything that is under way. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#silence);
    for (const controller of this.#open.values()) controller.abort(new GivenUp());
  }
}
