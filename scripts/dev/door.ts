import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { portAnswers } from "../../services/processes/ready.ts";
import type { Address } from "../address.ts";

/** What the server answers; everything else is a page. */
const API = /^\/(api|healthz|readyz|metrics)(\/|\?|$)/;
const LOOPBACK = "127.0.0.1";

/** A part that is starting anew is waited for, so that a reload in that second does not fail. */
const TRIES = 40;
const BETWEEN_TRIES_MS = 250;

/** One address in front of the server's port and the site's: requests and sockets go to the one or the other. */
export async function openDoor(
  address: Address,
  ports: { api: number; pages: number },
): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const portFor = (url = "/"): number => (API.test(url) ? ports.api : ports.pages);

  const door = createServer((incoming, answer) => {
    void waitFor(portFor(incoming.url)).then((there) => {
      if (there) passOn(incoming, answer, portFor(incoming.url));
      else answer.writeHead(503).end("This part does not run: the terminal says why.\n");
    });
  });
  door.on("upgrade", (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const behind = connect(portFor(incoming.url), LOOPBACK);
    const headers = incoming.rawHeaders
      .map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`))
      .join("");
    behind.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`);
    behind.write(head);
    for (const [end, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      end.pipe(other);
      end.on("error", () => other.destroy());
    }
  });
  door.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  await new Promise<void>((resolve, reject) => {
    door.once("error", reject);
    door.listen(address, resolve);
  });
  const bound = door.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : address.port,
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function passOn(incoming: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url, headers } = incoming;
  const behind = request({ host: LOOPBACK, port, method, path: url, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  // A reader that leaves early ends the request behind, or a run would go on for nobody.
  answer.once("close", () => behind.destroy());
  behind.once("error", () => {
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  });
  incoming.pipe(behind);
}

async function waitFor(port: number): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (await portAnswers(LOOPBACK, port)) return true;
    await sleep(BETWEEN_TRIES_MS);
  }
  return false;
}
