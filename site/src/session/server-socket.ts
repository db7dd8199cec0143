import type { SocketRequest } from "../../../engine/protocol/request-types.ts";
import type { ServerInfo, SocketMessage, SocketResponse } from "../../../engine/protocol/response-types.ts";
import { sessionWords } from "../../../language/english/server-or-engine-away.ts";
import { serverAnswers } from "./server-address.ts";
import { Refusal } from "./session-interface.ts";

/** Longest wait for the server's hello after a page opened, in milliseconds; then the page goes on alone. */
const helloWithin = 1_200;
/** Waits between attempts to come back, in milliseconds; each is stretched by up to half at random. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** The close code of a server that takes no more connections from this address: "try again later". */
const noPlaceLeft = 1013;

type Answer = SocketResponse["message"];
/** Omits over each member of a union, where plain `Omit` would take only what they have in common. */
type WithoutId<T> = T extends { id: string } ? Omit<T, "id"> : never;
export type Question = WithoutId<SocketRequest>;

export interface Hello {
  about: ServerInfo;
  learner: string;
}

interface Waiting {
  answer(message: Answer): void;
  lost(reason: Refusal): void;
}

/** A request under way. */
export interface PendingRequest {
  /** Ends listening; with `cancel` the server gives the request up as well. */
  stop(cancel: boolean): void;
  /** Says something more to it, and goes on listening. */
  tell(message: Extract<Question, { kind: "cancel" | "terminal-input" }>): void;
}

/** One connection to the playground server that comes back by itself, with requests told apart by their id. */
export class ServerSocket {
  hello: Hello | null = null;
  /** Whether the server was there at the last attempt and had no place for this page. */
  full = false;
  #api: URL;
  #url: URL;
  #reopening: Promise<void> | null = null;
  #socket: WebSocket | null = null;
  #waiting = new Map<string, Waiting>();
  #attempt = 0;
  #nextId = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changed: () => void;

  /** `api` is the address of the server's `/api/`. `changed` is called when the server came or went. */
  constructor(api: URL, changed: () => void) {
    this.#api = api;
    this.#url = new URL("ws", api);
    this.#url.protocol = this.#url.protocol.replace("http", "ws");
    this.#changed = changed;
  }

  /** Resolves once the server has greeted, or to false when it has not within about a second. */
  open(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.hello) return Promise.resolve(true);
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), helloWithin);
      const socket = new WebSocket(this.#url);
      this.#socket = socket;
      socket.onopen = () => socket.send(JSON.stringify({ kind: "hello", version: 1 }));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(String(data)) as SocketMessage;
        if (!("id" in message) && message.kind === "hello") {
          this.full = false;
          this.hello = { about: message.about, learner: message.learner };
          this.#attempt = 0;
          clearTimeout(late);
          resolve(true);
          this.#changed();
        } else if ("id" in message) {
          this.#waiting.get(message.id)?.answer(message.message);
        }
      };
      socket.onclose = ({ code }) => {
        clearTimeout(late);
        resolve(false);
        if (this.#socket === socket) this.#lose(code === noPlaceLeft);
      };
    });
  }

  /**
   * Comes back after the connection was lost, now and not at the next attempt. Asks the server first: its answer brings a
   * cookie that it signs today, for its secret may be another one than before.
   */
  reopen(): Promise<void> {
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }

  async #reopen(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.hello) return;
    if (await serverAnswers(this.#api)) await this.open();
    else this.#tryLater();
  }

  /** Sends a request and hears its answers until `stop` is called. Without a connection it is lost at once. */
  ask(question: Question, listener: Waiting): PendingRequest {
    const id = String(this.#nextId++);
    if (!this.hello || this.#socket?.readyState !== WebSocket.OPEN) {
      queueMicrotask(() => listener.lost(this.#absence()));
      return { stop() {}, tell() {} };
    }
    this.#waiting.set(id, listener);
    this.#socket.send(JSON.stringify({ ...question, id }));
    const tell: PendingRequest["tell"] = (message) => {
      if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ ...message, id }));
    };
    return {
      stop: (cancel) => {
        if (this.#waiting.delete(id) && cancel) tell({ kind: "cancel" });
      },
      tell,
    };
  }

  #absence(): Refusal {
    return new Refusal("no-server", this.full ? sessionWords.full : sessionWords.silent);
  }

  #lose(full: boolean): void {
    const isNews = this.hello !== null || this.full !== full;
    this.hello = null;
    this.full = full;
    this.#socket = null;
    const reason = new Refusal("lost", sessionWords.lost);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const listener of waiting) listener.lost(reason);
    if (isNews) this.#changed();
    this.#tryLater();
  }

  #tryLater(): void {
    const wait = waits[Math.min(this.#attempt++, waits.length - 1)] as number;
    this.#timer = setTimeout(() => void this.reopen(), wait * (1 + Math.random() / 2));
  }
}
