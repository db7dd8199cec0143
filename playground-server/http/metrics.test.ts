import { afterAll, beforeAll, expect, test } from "vitest";
import {
  givenRecords,
  lines,
  openTestServer,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("metrics are Prometheus text without any learner's words", async () => {
  await server.post("/api/runs", { source: summingSource(), log: givenRecords(1) });
  const { body, headers } = await server.app.inject("/metrics");
  expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).toMatch(/^offset_zero_runs_total\{verdict="ok"\} \d+$/m);
  expect(body).toMatch(/^offset_zero_slots \d+$/m);
  // Nothing but these: no metrics of Node's own.
  expect(
    body.split("\n").filter((line) => !/^(offset_zero_|# (HELP|TYPE) offset_zero_|$)/.test(line)),
  ).toEqual([]);
});

test("each server in a process counts for itself, and each reading what was counted since its start", async () => {
  const other = await openTestServer();
  const refused = async ({ app }: TestServer) => {
    const { body } = await app.inject("/metrics");
    return Number(/^offset_zero_requests_refused_total (\d+)$/m.exec(body)?.[1]);
  };
  try {
    const before = await refused(server);
    expect(await refused(other)).toBe(0);
    await other.app.inject("/api/nothing");
    await other.app.inject("/api/nothing");
    await waitForCondition(async () => (await refused(other)) === 2, "two refusals to be counted");
    expect(await refused(server)).toBe(before);
    const run = await other.post("/api/runs", { source: summingSource(), log: givenRecords(1) });
    const { verdict } = lines(run.body).at(-1);
    const counted = `offset_zero_runs_total{verdict="${verdict}"} 1`;
    for (let reading = 0; reading < 2; reading++)
      expect((await other.app.inject("/metrics")).body.split("\n")).toContain(counted);
  } finally {
    await other.close();
  }
});
