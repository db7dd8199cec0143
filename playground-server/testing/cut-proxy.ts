import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A proxy between a client and a broker that drops the answers of the next produce requests: the broker has written the
 * records, and the client gets no answer.
 */
export class CutProxy {
  /** What happens to the answer of a produce request. */
  mode: "pass" | "close" | "hold" = "pass";
  /** How many answers were taken away. */
  cut = 0;
  /** How many answers may be taken away before all pass again. */
  most = Number.POSITIVE_INFINITY;
  readonly #sockets = new Set<Socket>();
  readonly #server;

  constructor(target: () => number) {
    this.#server = createServer((near) => this.#join(near, connect(target(), "127.0.0.1")));
  }

  /** Begins to listen and answers the port. */
  async listen(): Promise<number> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(near: Socket, far: Socket): void {
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        near.destroy();
        far.destroy();
        this.#sockets.delete(socket);
      });
    }
    // The last request on this connection: clients that wait for an answer send one at a time.
    let producing = false;
    near.on("data", (bytes) => {
      // Size, then the number of the request's kind: 0 is produce.
      producing = typeof bytes !== "string" && bytes.length > 8 && bytes.readInt16BE(4) === 0;
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (!producing || this.mode === "pass" || this.cut >= this.most) {
        near.write(bytes);
        return;
      }
      this.cut++;
      if (this.mode === "close") near.destroy();
    });
  }
}
