import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { applyPatch } from "../../../engine/fold/json-patch.ts";
import type { Slice } from "../../../engine/fold/trace.ts";
import {
  isolateTopics,
  lines,
  openTestServer,
  summingSource,
  type TestServer,
} from "../../testing/test-playground.ts";
import { TestClient } from "../../testing/websocket-client.ts";
import { produceMessages, writeTopic } from "../../testing/write-topic.ts";

const topic = "course.two-servers";
const count = 8_000;
const settings = isolateTopics(inject("kafka"));
let first: TestServer;
let second: TestServer;

const valueWith = (n: number) => JSON.stringify({ type: "Counted", data: { n } });

beforeAll(async () => {
  [first, second] = await Promise.all([openTestServer(settings), openTestServer(settings)]);
  const messages = Array.from({ length: count }, (_, n) => ({ key: `key-${n % 7}`, value: valueWith(n) }));
  await writeTopic(settings, topic, { messages });
});
afterAll(() => Promise.all([first?.close(), second?.close()]));

const session = "w".repeat(32);
async function ask(on: TestServer, method: "GET" | "POST", url: string, payload?: object) {
  const headers = { "x-session": session };
  const answer = await on.app.inject({ method, url, headers, ...(payload && { payload }) });
  return lines(answer.body);
}

/** The state after the step at an offset, from a window around it. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
function stateAt(window: any[], offset: number): unknown {
  let state = window.find(({ kind }) => kind === "start").state;
  for (const { kind, patch, position } of window) {
    if (kind !== "step") continue;
    state = applyPatch(state, patch);
    if (position.offset === offset) return state;
  }
  throw new Error(`The window has no step at offset ${offset}.`);
}

test("a window of a long fold that another server made is answered by any server, with the same steps", async () => {
  const run = { source: summingSource(), log: { topic } };
  const made = await ask(first, "POST", "/api/runs", run);
  expect(made.at(-1)).toMatchObject({ verdict: "ok", steps: count });
  const start = made.find(({ kind }) => kind === "start");
  const at = { partition: 0, offset: 5_000 };
  const path = `/api/runs/${start.runId}/window`;
  const there = await ask(first, "GET", `${path}?partition=0&offset=${at.offset}`);
  expect(await ask(second, "GET", `${path}?partition=0&offset=${at.offset}`)).toMatchObject([
    { code: "run-unknown" },
  ]);

  // What comes later is no part of the run.
  await produceMessages(settings, topic, [{ key: "k", value: valueWith(-1) }]);
  const again = { ...run, log: { ...(start.slice as Slice), scope: start.scope } };
  const here = await ask(second, "POST", path, { ...at, run: again });
  expect(here.some(({ kind, phase }) => kind === "progress" && phase === "folding")).toBe(true);
  expect(here.filter(({ kind }) => kind === "end")).toMatchObject([{ verdict: "ok" }]);
  expect(stateAt(here, at.offset)).toEqual(stateAt(there, at.offset));
  expect(stateAt(here, at.offset)).toEqual({ count: at.offset + 1 });

  // It is kept from now on: windows and their lines come at once.
  const next = await ask(second, "GET", `${path}?partition=0&offset=1`);
  expect(next.some(({ phase }) => phase === "folding")).toBe(false);
  expect(stateAt(next, 1)).toEqual({ count: 2 });
  const lit = await ask(second, "POST", `${path}/lines`, { ...at, run: again });
  expect(lit.some(({ kind }) => kind === "lines")).toBe(true);
  expect(lit.at(-1)).toEqual({ kind: "end", missing: null, message: "" });
  expect(await ask(second, "GET", `${path}?partition=0&offset=${count}`)).toMatchObject([
    { code: "slice-invalid" },
  ]);
});

test("the page's socket brings the run along, and a short one is no long fold", async () => {
  const address = await second.app.listen({ host: "127.0.0.1", port: 0 });
  const client = await TestClient.open(address, "v".repeat(32));
  const place = { runId: "of-another-server", partition: 0, offset: 4_000 };
  client.send({ kind: "window", id: "long", ...place, run: { source: summingSource(), log: { topic } } });
  expect(await client.end("long")).toMatchObject({ kind: "end", verdict: "ok" });
  expect(stateAt(client.answers("long"), 4_000)).toEqual({ count: 4_001 });
  const short = { source: summingSource(), log: { topic, partition: 0, to: 10 } };
  client.send({ kind: "window", id: "short", ...place, runId: "short", run: short });
  expect(await client.end("short")).toMatchObject({ kind: "problem", code: "run-unknown" });
  client.close();
});

test("a run's id that a client made up is no part of a path", async () => {
  const run = { source: summingSource(), log: { topic } };
  const id = "../outside-of-the-folder";
  const answer = await ask(second, "POST", `/api/runs/${encodeURIComponent(id)}/window`, {
    partition: 0,
    offset: 10,
    run,
  });
  expect(answer.at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
  expect((await readdir(second.foldsDir)).length).toBeGreaterThan(0);
  const outside = (await readdir(dirname(second.foldsDir))).filter((name) => name.startsWith("outside"));
  expect(outside).toEqual([]);
});
