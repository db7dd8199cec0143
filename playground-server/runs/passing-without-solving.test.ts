import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseOf } from "../../engine/grading/fold-job.ts";
import type { Exercise } from "../../exercises/catalog.ts";
import { lines, openTestServer, type TestServer, testSession } from "../testing/test-playground.ts";

// Ways to pass without solving. Each answers the exercise's own log right, and none of them may pass.

let server: TestServer;
let exercise: Exercise;
/** The right answers on the exercise's own log: what somebody gets by stepping through the solution's fold. */
let known: object[];

beforeAll(async () => {
  server = await openTestServer();
  exercise = server.playground.catalog.exercises.find(({ id }) => id === "cart-read-only") as Exercise;
  const { body } = await server.post("/api/runs", {
    source: exercise.solution,
    log: ownLog(),
    exercise: exercise.id,
  });
  const states: object[] = [];
  for (const { kind, state, patch } of lines(body)) {
    if (kind === "start") states.push(state);
    if (kind === "step") states.push(patched(states.at(-1), patch));
  }
  known = states;
});
afterAll(() => server.close());

const ownLog = () => caseOf(exercise.records);

/** A step's patch, as far as this exercise's states need it. */
function patched(state: object | undefined, patch: { op: string; path: string; value: unknown }[]): object {
  const next = structuredClone(state ?? {}) as Record<string, Record<string, unknown>>;
  for (const { op, path, value } of patch) {
    const [, part = "", name] = path.split("/");
    if (name === undefined) next[part] = value as Record<string, unknown>;
    else if (op === "remove") delete next[part]?.[name];
    else Object.assign(next[part] ?? {}, { [name]: value });
  }
  return next;
}

async function check(source: string, more: { seed?: number } = {}) {
  const messages = lines((await server.post("/api/checks", { exercise: exercise.id, source, ...more })).body);
  const end = messages.at(-1);
  return { end, failed: messages.find(({ kind, passed }) => kind === "check" && !passed) };
}

/** It holds on the exercise's own log, and one of the others finds it out. */
async function foundOut(source: string, verdict: unknown = "ok") {
  const { end, failed } = await check(source);
  expect(end).toMatchObject({ passed: false, verdict });
  expect(failed.log).toBeGreaterThan(0);
}

const counting = () => `const known = ${JSON.stringify(known)};
export const initialState = () => ({ ...known[0], n: 0 });
export const evolve = (state) => ({ ...known[Math.min(state.n + 1, known.length - 1)], n: state.n + 1 });`;

test("the solution passes: what follows fails for a reason", async () => {
  expect((await check(exercise.solution)).end).toMatchObject({ passed: true, logs: 200 });
});

test("1. the API tells an exercise without its solution, its checks' code and its generated logs", async () => {
  const told = (await server.app.inject({ url: `/api/exercises/${exercise.id}`, headers: testSession })).body;
  const all = (await server.app.inject({ url: "/api/exercises", headers: testSession })).body;
  for (const text of [told, all]) {
    expect(text).not.toContain("takeOut");
    expect(text).not.toContain("nothingLeft");
    expect(text).not.toContain("covers");
  }
  for (const path of [
    "checks",
    "checks.ts",
    "solution.ts",
    "..%2fcart-read-only%2fsolution.ts",
    "generated",
  ]) {
    const { statusCode } = await server.app.inject({
      url: `/api/exercises/${exercise.id}/${path}`,
      headers: testSession,
    });
    expect(statusCode, path).toBe(404);
  }
});

test("2. the expected states returned by counting events", async () => {
  await foundOut(counting());
});

test("3. the expected states looked up by offset", async () => {
  const source = `const known = ${JSON.stringify(known)};
export const initialState = () => known[0];
export const evolve = (_, { metadata }) => known[metadata.position.offset + 1] ?? known[0];`;
  await foundOut(source);
});

test("4. a grader that is found out by the topic's name: the known answers there, silence elsewhere", async () => {
  const source = `${counting().replaceAll("export const", "const")}
const last = { ...known.at(-1), n: 0 };
export { initialState };
const answer = evolve;
export { cheat as evolve };
const cheat = (state, event) => (event.metadata.position.topic === "given" ? last : answer(state, event));`;
  await foundOut(source);
});

test("5. code that stops where the log is not the known one", async () => {
  const source = `${counting()}
const answer = evolve;
export { stopping as evolve };
function stopping(state, event) {
  if (event.metadata.position.topic === "given") throw new Error("enough");
  return answer(state, event);
}`;
  await foundOut(source.replace("export const evolve", "const evolve"), "threw");
});

test("6. code that never comes back on hidden logs, so that nothing is compared there", async () => {
  const source = `${counting().replace("export const evolve", "const answer")}
export const evolve = (state, event) => {
  while (event.metadata.position.topic === "given") {}
  return answer(state, event);
};`;
  await foundOut(source, "time-limit");
});

test("7. built-ins replaced, so that whatever is written down looks right", async () => {
  const source = `${counting()}
JSON.stringify = () => JSON.parse('"' + "" + '"');
Object.keys = () => [];
Array.prototype.join = () => "";
Object.prototype.toJSON = () => ({ lines: {} });
Reflect.ownKeys = () => [];`;
  await foundOut(source);
});

test("8. states that are proxies and look another way each time they are read", async () => {
  const source = `${counting().replace("export const evolve", "const answer")}
let reads = 0;
const shifty = (lines) => new Proxy(lines, { ownKeys: (held) => (reads++ % 2 ? Reflect.ownKeys(held) : []) });
export const evolve = (state, event) => {
  const next = answer(state, event);
  return event.metadata.position.topic === "given" ? { ...next, lines: shifty({ ...next.lines }) } : next;
};`;
  // Freezing it may find out already that it lies about its keys.
  await foundOut(source, expect.stringMatching(/^(ok|threw)$/));
});

test("9. clock and chance used to tell one fold from another", async () => {
  const source = counting().replace("state.n + 1 });", "state.n + 1, at: Date.now() % 2 + Math.random() });");
  expect((await check(source)).end).toMatchObject({ passed: false, verdict: "nondeterministic" });
});

test("10. a named seed, and a table of all its logs", async () => {
  const seed = 7;
  const { generated } = exercise.checks;
  const cases = fc.sample((generated as NonNullable<typeof generated>).cases(fc), { numRuns: 200, seed });
  const { initialState, evolve } = await import(join(exercise.folder, "solution.ts"));
  const table: Record<string, object> = {};
  for (const { records } of [ownLog(), ...cases]) {
    let state = initialState();
    for (const [place, { event }] of records.entries()) {
      state = evolve(state, event);
      table[hashOf(records.slice(0, place + 1).map((each) => [each.event.type, each.event.data]))] =
        state.lines;
    }
  }
  const source = `const table = ${JSON.stringify(table)};
${hashOf}
export const initialState = () => ({ lines: {}, seen: [] });
export const evolve = (state, { type, data }) => {
  const seen = [...state.seen, [type, data]];
  const lines = table[hashOf(seen)];
  return lines ? { lines, seen } : state;
};`;
  const { end, failed } = await check(source, { seed });
  expect(end.verdict).not.toBe("source-too-large");
  expect(end.passed).toBe(false);
  // It held on all logs of its seed: the server's own found it out.
  expect(failed.log).toBeGreaterThan(0);
  expect(end.seed).not.toBe(seed);
});

/** A short name of a list of events; written so that its text runs in the sandbox too. */
function hashOf(events: unknown) {
  const text = JSON.stringify(events);
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash.toString(36);
}
