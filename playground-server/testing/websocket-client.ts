import { request } from "node:http";

/** A WebSocket client for tests. Everything it hears is kept; `next` waits for a message. */
export class TestClient {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
  readonly heard: any[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  #socket: WebSocket;
  #waiting: (() => void)[] = [];

  constructor(url: string, headers: Record<string, string>) {
    // Node's WebSocket takes headers, which a browser's does not.
    this.#socket = new WebSocket(url, { headers } as never);
    this.closed = new Promise((resolve) => {
      this.#socket.onclose = ({ code, reason }) => resolve({ code, reason });
    });
    this.#socket.onerror = () => {};
    this.#socket.onmessage = ({ data }) => {
      this.heard.push(JSON.parse(String(data)));
      for (const wake of this.#waiting.splice(0)) wake();
    };
  }

  /** Opens a connection and says hello. `session` is its token, or the headers that bring it. */
  static async open(address: string, session: string | Record<string, string>): Promise<TestClient> {
    const headers = typeof session === "string" ? { "x-session": session } : session;
    const client = new TestClient(socketUrl(address), headers);
    await client.opened();
    client.send({ kind: "hello", version: 1 });
    await client.next(({ kind }) => kind === "hello");
    return client;
  }

  opened(): Promise<void> {
    return new Promise((resolve) => this.#socket.addEventListener("open", () => resolve(), { once: true }));
  }

  send(message: unknown): void {
    this.#socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** The first message, heard already or yet to come, that fits. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
  async next(fits: (message: any) => boolean): Promise<any> {
    for (;;) {
      const found = this.heard.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The messages that answered a request. */
  answers(id: string) {
    return this.heard.filter((message) => message.id === id).map(({ message }) => message);
  }

  /** Waits for the end of a request, or its problem. */
  async end(id: string) {
    const last = await this.next(
      (heard) => heard.id === id && ["end", "problem"].includes(heard.message.kind),
    );
    return last.message;
  }

  close(): void {
    this.#socket.close();
  }
}

export function socketUrl(address: string): string {
  return `${address.replace("http", "ws")}/api/ws`;
}

/** The status with which a WebSocket handshake is answered. */
export function handshake(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/api/ws`, {
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        ...headers,
      },
    });
    asked.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on("error", reject);
    asked.end();
  });
}
