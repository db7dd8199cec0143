import { once } from "node:events";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createVite } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { serverProxy } from "./server-proxy.ts";

const loopback = "127.0.0.1";

/** Starts Vite in front of this port of the server, and gives Vite's own port. */
async function openPages(serverPort: number, tries: number): Promise<number> {
  const vite = await createVite({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "silent",
    optimizeDeps: { noDiscovery: true },
    server: {
      host: loopback,
      port: 0,
      watch: null,
      proxy: serverProxy(serverPort, { tries, betweenMs: 20 }),
    },
  });
  onTestFinished(() => vite.close());
  await vite.listen();
  const [address = ""] = vite.resolvedUrls?.local ?? [];
  return Number(new URL(address).port);
}

/** A server that says what it was asked and echoes one text of a socket. */
function createEcho(): Server {
  const server = createServer((request, response) => response.end(`${request.headers.host} ${request.url}`));
  server.on("upgrade", (request, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    socket.end(`socket ${request.url}`);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, loopback);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** A port at which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}

test.each(["/api/exercises", "/api?x=1", "/healthz", "/readyz", "/metrics"])(
  "%s is answered by the server, which sees the address that the browser asked",
  async (path) => {
    const port = await openPages(await listen(createEcho()), 1);
    const answer = await fetch(`http://${loopback}:${port}${path}`);
    expect(await answer.text()).toBe(`${loopback}:${port} ${path}`);
  },
);

test("a page is not asked of the server", async () => {
  const port = await openPages(await listen(createEcho()), 1);
  const answer = await fetch(`http://${loopback}:${port}/apiary/`);
  expect(await answer.text()).not.toContain("/apiary/");
});

test("a socket reaches the server", async () => {
  const port = await openPages(await listen(createEcho()), 1);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  ask({
    host: loopback,
    port,
    path: "/api/socket",
    headers: { connection: "Upgrade", upgrade: "websocket" },
  })
    .on("error", reject)
    .on("upgrade", async (_response, socket, head) => {
      let text = head.toString();
      for await (const chunk of socket) text += chunk;
      resolve(text);
    })
    .end();
  expect(await promise).toBe("socket /api/socket");
});

test("a reader who leaves before the answer ends the request to the server", async () => {
  const asked = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    request.resume();
    response.once("close", left.resolve);
    asked.resolve();
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = await openPages(await listen(server), 1);
  const leaving = new AbortController();
  const answer = fetch(`http://${loopback}:${port}/api/runs`, {
    method: "POST",
    body: "{}",
    signal: leaving.signal,
  }).catch(() => "left");
  await asked.promise;
  leaving.abort();
  expect(await answer).toBe("left");
  await left.promise;
});

test("a server that is still starting is waited for", async () => {
  const serverPort = await freePort();
  const port = await openPages(serverPort, 1_000);
  const answer = fetch(`http://${loopback}:${port}/api/later`);
  await listen(createEcho(), serverPort);
  expect(await (await answer).text()).toContain("/api/later");
});

test("without a server a request is answered with 503 and a sentence", async () => {
  const port = await openPages(await freePort(), 2);
  const answer = await fetch(`http://${loopback}:${port}/api/exercises`);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toBe(
    "The server does not answer yet. Reload in a few seconds; if it still does not answer, the terminal says why.\n",
  );
});
