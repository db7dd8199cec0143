import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A TCP connection that says just what a test wants, and keeps what it hears. */
export class RawConnection {
  heard = "";
  /** Everything that was heard, once the other side has closed the connection. */
  readonly closed: Promise<string>;
  readonly #socket: Socket;

  constructor(address: string) {
    const { hostname, port } = new URL(address);
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true);
    this.#socket.on("error", () => {});
    this.#socket.on("data", (bytes) => {
      this.heard += bytes.toString("latin1");
    });
    this.closed = new Promise((resolve) => this.#socket.once("close", () => resolve(this.heard)));
  }

  send(bytes: string | Buffer): void {
    this.#socket.write(bytes);
  }

  /** Resolves when something of this kind was heard. */
  async until(sign: RegExp | string): Promise<void> {
    while (this.heard.search(sign) < 0) await once(this.#socket, "data");
  }

  /** Goes away without a word. */
  destroy(): void {
    this.#socket.destroy();
  }
}

/** The head of a WebSocket's handshake. */
export function upgrade(address: string, headers: Record<string, string>): string {
  const all = {
    Host: new URL(address).host,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET /api/ws HTTP/1.1\r\n${lines.join("")}\r\n`;
}

/** One WebSocket frame as a client sends it (RFC 6455), of up to 64 KB. `first` is its first byte: 0x81 for text. */
export function frame(first: number, payload: Buffer): Buffer {
  // A mask of zeros leaves the payload as it is.
  const { length } = payload;
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([first, ...size, 0, 0, 0, 0]), payload]);
}
