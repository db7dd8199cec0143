import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PackFolder } from "../exercises/testing/pack-folder.ts";
import { startServer } from "./main.ts";
import { noKafka, waitForCondition } from "./testing/test-playground.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-main-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const start = (port: number) =>
  startServer({ host: "127.0.0.1", port, kafka: noKafka, siteDir: null, dataDir, log: () => {}, env: {} });

test("a started server answers, writes its log to a file, and is gone when it is closed", async () => {
  const server = await start(0);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const about = (await (await fetch(`${server.url}/api/about`)).json()) as { log: { kind: string } };
  expect(about.log.kind).toBe("none");
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  await server.close();
  expect(await readFile(join(dataDir, "logs", "server.log"), "utf8")).toContain("a request failed");
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});

test("a server closes although a client on a WebSocket says nothing more", async () => {
  const server = await start(0);
  const { hostname, port, host } = new URL(server.url);
  const silent = connect(Number(port), hostname);
  silent.write(
    `GET /api/ws HTTP/1.1\r\nHost: ${host}\r\nX-Session: a-session-of-this-test-only\r\nConnection: Upgrade\r\n` +
      "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await once(silent, "data");
  await server.close();
  silent.destroy();
}, 15_000);

test("a file of a pack that breaks is said with its line before anybody asks for the exercise", async () => {
  const pack = await PackFolder.make();
  await pack.add("rain");
  const said: string[] = [];
  const log = (line: string) => said.push(line);
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    kafka: noKafka,
    siteDir: null,
    dataDir,
    env: {},
    packs: [pack.path],
    log,
  });
  await fetch(`${server.url}/api/exercises`);
  await pack.write("rain/checks.ts", "\nthrow new Error('no titles');\n");
  await waitForCondition(() =>
    said.some((line) => line.includes("/rain/checks.ts:2 cannot be loaded. no titles.")),
  );
  expect(said.at(-1)).toBe("Learners go on with the previous version of rain.");
  await server.close();
  await pack.remove();
});

test("a port that is taken is an error, and nothing is left running", async () => {
  const first = await start(0);
  await expect(start(Number(new URL(first.url).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});
