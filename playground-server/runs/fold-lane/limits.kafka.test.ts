import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import {
  isolateTopics,
  lines,
  openTestServer,
  sessionToken,
  summingSource,
  type TestServer,
} from "../../testing/test-playground.ts";
import { writeTopic } from "../../testing/write-topic.ts";
import { longLimits } from "./limits.ts";

const topic = "course.keys";
const count = 6_000;
const settings = isolateTopics(inject("kafka"));
let server: TestServer;

/** Every record has a key of its own. */
beforeAll(async () => {
  server = await openTestServer(settings);
  const messages = Array.from({ length: count }, (_, n) => ({
    key: `key-${n}`,
    value: JSON.stringify({ type: "Counted", data: { n } }),
  }));
  await writeTopic(settings, topic, { messages });
});
afterAll(() => server.close());
afterEach(() => void vi.restoreAllMocks());

const sessionOf = (n: number) => sessionToken(`${n}`.padStart(32, "s"));

async function ask(method: "GET" | "POST", url: string, session = sessionOf(0), payload?: object) {
  const headers = { "x-session": session };
  const answer = await server.app.inject({ method, url, headers, ...(payload && { payload }) });
  return lines(answer.body);
}
const run = (source: string, scope = "all", session?: string) =>
  ask("POST", "/api/runs", session, { source, log: { topic, scope } });
const window = async (runId: string, session?: string) =>
  (await ask("GET", `/api/runs/${runId}/window?partition=0&offset=3000`, session)).at(-1);

test("endStateCharacters", async () => {
  const states = (characters: number) =>
    run(
      `export const initialState = () => ""; export const evolve = () => "x".repeat(${characters});`,
      "by-key",
    );
  const fitting = (await states(longLimits.endStateCharacters / count - 50)).at(-1);
  expect([Object.keys(fitting.state).length, fitting.keys]).toEqual([count, undefined]);
  const cut = (await states(longLimits.endStateCharacters / count + 50)).at(-1);
  expect(cut.keys).toBe(count);
  expect(Object.keys(cut.state).length).toBeLessThan(count);
});

test("firstRecords", async () => {
  const stepsOf = async (offset: number) =>
    (await run(summingSource(`if (event.metadata.position.offset === ${offset}) throw 1;`))).filter(
      ({ kind }) => kind === "step",
    ).length;
  expect(await stepsOf(longLimits.firstRecords - 1)).toBe(longLimits.firstRecords - 1);
  expect(await stepsOf(longLimits.firstRecords)).toBe(0);
});

test("foldMilliseconds", async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) =>
    ms === longLimits.foldMilliseconds ? timeout(1) : timeout(ms),
  );
  expect((await run(summingSource())).at(-1)).toMatchObject({
    verdict: "time-limit",
    message: expect.stringContaining(`${longLimits.foldMilliseconds / 1_000} s`),
  });
});

test("keptFolds", async () => {
  const runs: string[] = [];
  for (let n = 0; n <= longLimits.keptFolds; n++)
    runs.push((await run(summingSource(), "all", sessionOf(n)))[0].runId);
  expect(await window(runs[0] as string, sessionOf(0))).toMatchObject({ code: "run-unknown" });
  expect(await window(runs[1] as string, sessionOf(1))).toMatchObject({ kind: "end", verdict: "ok" });
});

test("keptMilliseconds", async () => {
  const timers = vi.spyOn(globalThis, "setTimeout");
  const [{ runId }] = await run(summingSource());
  expect(await window(runId)).toMatchObject({ kind: "end", verdict: "ok" });
  const [drop] = timers.mock.calls.findLast(([, ms]) => ms === longLimits.keptMilliseconds) ?? [];
  if (typeof drop === "function") drop();
  await vi.waitFor(async () => expect(await window(runId)).toMatchObject({ code: "run-unknown" }));
});
