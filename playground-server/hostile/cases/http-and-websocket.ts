import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect } from "vitest";
import { defaultTimeouts } from "../../http/timeouts.ts";
import { startServer } from "../../main.ts";
import { frame, RawConnection, upgrade } from "../../testing/raw-connection.ts";
import { givenRecords, noKafka, summingSource } from "../../testing/test-playground.ts";
import { handshake, socketUrl, TestClient } from "../../testing/websocket-client.ts";
import type { HostileCase } from "../case.ts";
import { onSecondServer } from "../second-server.ts";
import { withPage } from "../websocket-page.ts";

const session = { "X-Session": "a-session-of-this-case-only" };
/** The waits of the case's own server: the mechanism is the server's, the numbers are too long for a test. */
const short = { headers: 300, request: 600, look: 100, hello: 300, ping: 150, unread: 60_000 };

/** The edge: HTTP and WebSocket. */
export const httpAndWebsocket: HostileCase[] = [
  {
    id: "NET-01",
    what: "a message of a megabyte",
    async try(target) {
      await withPage(target, async (page) => {
        page.send({ kind: "run", id: "big", source: "x".repeat(2 ** 20) });
        expect((await page.closed).code).toBe(1009);
      });
    },
  },
  {
    id: "NET-03",
    what: "a compression bomb",
    async try(target) {
      const connection = new RawConnection(target.address);
      const offer = { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits" };
      connection.send(upgrade(target.address, { ...session, ...offer }));
      await connection.until(/\r\n\r\n/);
      expect(connection.heard).toMatch(/^HTTP\/1.1 101 /);
      expect(connection.heard).not.toMatch(/Sec-WebSocket-Extensions/i);
      // A frame marked as compressed all the same: 64 KB of zeros in less than a hundred bytes.
      connection.send(frame(0xc1, deflateRawSync(Buffer.alloc(64 * 1024))));
      // Closed with 1002, a protocol error.
      expect(await connection.closed).toContain("\x03\xea");
    },
  },
  {
    id: "NET-05",
    what: "headers that come byte by byte",
    async try(target) {
      const { headersTimeout, requestTimeout } = target.server.app.server;
      expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000]);
      await onSecondServer({ timeouts: short }, async (address) => {
        const slow = new RawConnection(address);
        slow.send("GET /healthz HTTP/1.1\r\nX-Slow: ");
        const trickle = setInterval(() => slow.send("x"), 50);
        const silent = new RawConnection(address);
        const endless = new RawConnection(address);
        endless.send(`${head("POST", address)}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{`);
        for (const { closed } of [slow, endless]) expect(await closed).toMatch(/^HTTP\/1.1 408 /);
        await silent.closed;
        clearInterval(trickle);
      });
    },
  },
  {
    id: "NET-07",
    what: "a handshake, then silence",
    async try() {
      expect(defaultTimeouts.hello).toBe(5_000);
      await onSecondServer({ timeouts: short }, async (address) => {
        const silent = new TestClient(socketUrl(address), session);
        expect(await silent.closed).toMatchObject({ code: 1008, reason: expect.stringContaining("hello") });
      });
    },
  },
  {
    id: "NET-09",
    what: "a peer that answers no ping",
    async try() {
      expect(defaultTimeouts.ping).toBe(30_000);
      // Time enough to say hello: it is the missing pong that counts.
      await onSecondServer({ timeouts: { ...short, hello: 60_000 } }, async (address, { playground }) => {
        const dead = new RawConnection(address);
        dead.send(upgrade(address, session));
        await dead.until("\x89\x00");
        const hello = Buffer.from('{"kind":"hello","version":1}');
        dead.send(frame(0x81, hello));
        await dead.closed;
        expect(playground.runner.queue.running).toBe(0);
      });
    },
  },
  {
    id: "NET-11",
    what: "a WebSocket without an Origin, or with a foreign one",
    async try({ address }) {
      for (const headers of [
        {},
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: `${address}.evil` },
      ])
        expect(await handshake(address, headers as Record<string, string>)).toBe(403);
      expect(await handshake(address, { origin: address })).toBe(101);
      expect(await handshake(address, session)).toBe(101);
    },
  },
  {
    id: "NET-13",
    what: "a foreign name that points to this machine",
    async try(target) {
      const host = `evil.example:${new URL(target.address).port}`;
      for (const path of ["/", "/api/about", "/api/logs/course.carts", "/metrics"]) {
        const { status, text } = await target.ask(path, { headers: { host } });
        expect([status, JSON.parse(text).code], path).toEqual([403, "host-not-allowed"]);
      }
      const run = await target.ask("/api/runs", {
        headers: { host },
        body: { source: summingSource(), log: givenRecords(1) },
      });
      expect(run.status).toBe(403);
      expect(await handshake(target.address, { host, origin: `http://${host}` })).toBe(403);
      expect(target.server.app.addresses()).toMatchObject([{ address: "127.0.0.1" }]);
    },
  },
  {
    id: "NET-15",
    what: "JSON with __proto__, a key twice, and a hundred thousand brackets",
    async try(target) {
      const deep = (count: number) => "[".repeat(count) + "]".repeat(count);
      const bodies = (depth: number) => [
        '{"source":"","__proto__":{"polluted":1}}',
        '{"source":"","log":{"records":[{"key":"k","event":{"type":"A","data":{"__proto__":{"polluted":1}}}}]}}',
        '{"source":"","constructor":{"prototype":{"polluted":1}}}',
        '{"source":"a","log":{"records":[]},"source":"b"}',
        `{"source":"","args":[${deep(depth)}]}`,
      ];
      for (const body of bodies(100_000)) {
        const { status, text } = await target.ask("/api/runs", { body });
        expect([status, JSON.parse(text).code], body.slice(0, 60)).toEqual([400, "request-invalid"]);
      }
      // As deep as fits in a message.
      for (const body of bodies(50_000)) {
        const problem = await withPage(target, async (page) => {
          page.send(body.replace("{", '{"kind":"run","id":"r",'));
          return page.next(({ kind }) => kind === "problem");
        });
        expect(problem.code, body.slice(0, 60)).toBe("request-invalid");
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  },
  {
    id: "NET-17",
    what: "messages of an unknown kind and in the wrong order",
    async try(target) {
      const page = new TestClient(socketUrl(target.address), { "x-session": target.learner });
      await page.opened();
      const problems = () => page.heard.filter(({ kind }) => kind === "problem").map(({ code }) => code);
      const answered = async (message: unknown, count: number) => {
        page.send(message);
        await page.next(() => problems().length === count);
      };
      await answered({ kind: "run", id: "r", source: summingSource(), log: givenRecords(1) }, 1);
      await answered({ kind: "cancel", id: "r" }, 2);
      page.send({ kind: "hello", version: 1 });
      await page.next(({ kind }) => kind === "hello");
      await answered({ kind: "hello", version: 1 }, 3);
      await answered({ kind: "shout", id: "x" }, 4);
      await answered("not JSON", 5);
      await answered({ kind: "hello", version: 2 }, 6);
      expect(problems()).toEqual([
        "hello-expected",
        "hello-expected",
        "hello-expected",
        "request-invalid",
        "request-invalid",
        "request-invalid",
      ]);
      // A cancel of what was never asked changes nothing, and the connection still serves.
      page.send({ kind: "cancel", id: "never" });
      page.send({ kind: "run", id: "r", source: summingSource(), log: givenRecords(1) });
      expect((await page.end("r")).verdict).toBe("ok");
      page.close();
    },
  },
  {
    id: "NET-19",
    what: "lines of a log, smuggled in by a field",
    try: smuggle,
  },
  {
    id: "NET-21",
    what: "an exercise that does not exist",
    async try(target) {
      const asked = [
        await target.ask("/api/exercises/ex-9999"),
        await target.ask("/api/runs", { body: { exercise: "ex-9999", source: summingSource() } }),
        await target.ask("/api/checks", { body: { exercise: "ex-9999", source: summingSource() } }),
        await target.ask("/api/exercises/__proto__"),
      ];
      for (const { status, text } of asked) {
        expect([status, JSON.parse(text).code]).toEqual([404, "exercise-unknown"]);
        expect(JSON.parse(text).detail).toContain("/api/exercises");
      }
      await withPage(target, async (page) => {
        page.send({ kind: "check", id: "c", exercise: "ex-9999", source: summingSource() });
        expect(await page.end("c")).toMatchObject({ kind: "problem", status: 404, code: "exercise-unknown" });
      });
    },
  },
  {
    id: "NET-23",
    what: "a body of ten megabytes, and methods nobody offers",
    async try(target) {
      const told = new RawConnection(target.address);
      told.send(
        `${head("POST", target.address)}Content-Type: application/json\r\nContent-Length: 10485760\r\n\r\n{`,
      );
      // Refused by its length, before the rest is sent.
      await told.until(/^HTTP\/1.1 413 [\s\S]*body-too-large/);
      told.destroy();
      const untold = new RawConnection(target.address);
      untold.send(
        `${head("POST", target.address)}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      const chunk = `${(64 * 1024).toString(16)}\r\n${"x".repeat(64 * 1024)}\r\n`;
      for (let i = 0; i < 160; i++) untold.send(chunk);
      await untold.until(/^HTTP\/1.1 413 [\s\S]*body-too-large/);
      untold.destroy();
      for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
        const { status } = await target.ask("/api/runs", { method, body: { source: summingSource() } });
        // Fastify does not know PROPFIND.
        expect(status, method).toBe(method === "PROPFIND" ? 404 : 405);
      }
    },
  },
];

function head(method: string, address: string): string {
  return `${method} /api/runs HTTP/1.1\r\nHost: ${new URL(address).host}\r\n`;
}

/** Forged lines in every field that a client fills; then the server's own log is read. */
async function smuggle(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-smuggle-"));
  const forged = 'x\n{"level":30,"msg":"forged"}\r\n';
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    kafka: noKafka,
    siteDir: null,
    dataDir,
    log: () => {},
    env: { SANDBOX_SLOTS: "1" },
  });
  const post = (path: string, body: object) =>
    fetch(server.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": encodeURIComponent(forged) },
      body: JSON.stringify(body),
    }).then((answer) => answer.text());
  await post("/api/runs", { source: forged, exercise: forged, log: { topic: forged } });
  await post("/api/runs", { source: forged, log: { topic: "course.carts" } });
  await post("/api/runs", { source: `throw new Error(${JSON.stringify(forged)})`, log: givenRecords(1) });
  await post("/api/events", { topic: forged, key: forged, event: { type: forged, data: forged } });
  await fetch(`${server.url}/api/logs/${encodeURIComponent(forged)}`);
  await server.close();
  const lines = (await readFile(join(dataDir, "logs", "server.log"), "utf8")).trimEnd().split("\n");
  await rm(dataDir, { recursive: true });
  const messages = lines.map((line) => JSON.parse(line).msg);
  expect(messages).toContain("a request failed");
  expect(messages).not.toContain("forged");
}
