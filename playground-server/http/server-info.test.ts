import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("what is said of the limits has each of them once, and the queue's numbers", async () => {
  const { limits } = (await server.app.inject("/api/about")).json();
  expect(limits).toMatchObject({ cpuMilliseconds: 1_500, wallMilliseconds: 5_000, sourceBytes: 65_536 });
  expect(limits).toMatchObject({ slots: server.playground.runner.queue.slots, perAddressSessions: 60 });
  expect(Object.keys(limits).filter((name) => /^(cpu|wall|jobWall|output)$/.test(name))).toEqual([]);
});
