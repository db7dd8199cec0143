import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "./main.ts";
import { noKafka } from "./testing/playground.ts";

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
  expect(await readdir(join(dataDir, "logs"))).toContain("server.log");
  await server.close();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});

test("a port that is taken is an error, and nothing is left running", async () => {
  const first = await start(0);
  await expect(start(Number(new URL(first.url).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});
