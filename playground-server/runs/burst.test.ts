import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  givenRecords,
  lines,
  openTestServer,
  sessionToken,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";

// A minute is too long for a test: the burst is told to come back after five seconds.
vi.mock("./limits.ts", async (original) => {
  const limits = await original<typeof import("./limits.ts")>();
  return { ...limits, queueLimits: { ...limits.queueLimits, longestWaitMilliseconds: 5_000 } };
});

const slots = 3;
const burst = 100;
/** Spins inside a built-in, where only the kill from outside ends it. */
const stuck = summingSource("[].indexOf.call({ length: 2 ** 53 - 1 }, 1);");

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, { env: { SANDBOX_SLOTS: `${slots}`, TRUST_PROXY: "1" } });
  await waitForCondition(() => server.playground.runner.pool.usable === slots + 1, "the sandbox", 100_000);
});
afterAll(() => server.close());

/** A run's verdict, or the code of its refusal. */
async function run(source: string, address: string, token: string): Promise<string> {
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/runs",
    payload: { source, log: givenRecords(3) },
    headers: { "x-session": token, "x-forwarded-for": address },
  });
  const last = lines(answer.body).at(-1);
  return last.verdict ?? last.code;
}

test("a burst of hostile runs under invented sessions delays neither another address nor a known session beside it", async () => {
  const { queue } = server.playground.runner;
  const ended: string[] = [];
  const hostile = Array.from({ length: burst }, (_, n) =>
    run(`${stuck} // ${n}`, "192.0.2.1", `an-invented-session-number-${n}`).then((verdict) =>
      ended.push(verdict),
    ),
  );
  await waitForCondition(() => queue.waiting >= burst - slots - 1, "the burst");
  const neighbour = run(summingSource(), "192.0.2.1", sessionToken()).then((verdict) => [
    verdict,
    ended.length,
  ]);
  expect(await run(summingSource(), "192.0.2.2", sessionToken("a-session-of-another-address"))).toBe("ok");
  // Those that ran already may have ended before; none of those that waited has run first.
  expect(ended.length).toBeLessThanOrEqual(slots);
  const [verdict, before] = await neighbour;
  // On a machine that needs long to start two processes anew it is told to come back, as everybody is after that time.
  expect(["ok", "busy"]).toContain(verdict);
  if (verdict === "ok") expect(before).toBeLessThanOrEqual(slots);
  await Promise.all(hostile);
  // Nobody waits longer than the limit: almost all were told to come back later.
  expect(new Set(ended)).toEqual(new Set(["time-limit", "busy"]));
  expect(ended.filter((verdict) => verdict === "busy").length).toBeGreaterThan(burst / 2);
});
