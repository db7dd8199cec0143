import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import { collectTrace } from "../../../../engine/fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../../../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../../../engine/sandbox/node-engine.ts";
import type { RunRequest } from "../../../../engine/sandbox/run-request.ts";
import { codeFile, testFile, testSource } from "./generated-test.ts";

const records: RawRecord[] = ["a", "b", null, "a"].map((key, offset) => ({
  position: { topic: "rain", partition: 0, offset },
  timestamp: 1_772_442_000_000 + offset,
  key,
  headers: {},
  value: JSON.stringify({ type: "RainFell", data: { mm: offset + 1, ["__proto__"]: "\u2028" } }),
}));
const reducer = `export function initialState() { return { mm: 0, ids: [] }; }
export function evolve(state, event) {
  return { mm: state.mm + event.data.mm, ids: [...state.ids, event.metadata.id + event.metadata.occurredAt] };
}`;
const decider = `${reducer}
export function decide(command, state) {
  return state.mm > 10 ? { rejected: "enough" } : [{ type: "RainFell", data: { mm: command.data.mm } }];
}`;
const views = `export const total = { initialView: () => ({ mm: 0 }), project: (view, event) => ({ mm: view.mm + event.data.mm }) };
export const last = { initialView: () => null, project: (view, event) => event.metadata.key };`;
const upcaster = `export function upcast(event) { return { ...event, data: { millimetres: event.data.mm } }; }`;
const call = "export function most(events) { return Math.max(...events.map((event) => event.data.mm)); }";

const commands = [8, 1].map((mm) => ({ type: "LetItRain", data: { mm } }));
/** What is folded, and after which step the test is written. */
const folds: Record<string, Pick<RunRequest, "source" | "entry"> & Partial<RunRequest> & { step: number }> = {
  reducer: { source: reducer, entry: { kind: "reducer" }, step: 2 },
  "before-the-first": { source: reducer, entry: { kind: "reducer" }, step: -1 },
  "by-key": { source: reducer, entry: { kind: "reducer" }, scope: "by-key", step: 3 },
  projector: { source: views, entry: { kind: "projector" }, step: 3 },
  "views-by-key": { source: views, entry: { kind: "projector" }, scope: "by-key", step: 3 },
  "decider-accepts": { source: decider, entry: { kind: "decider" }, commands: commands.slice(1), step: 4 },
  "decider-refuses": { source: decider, entry: { kind: "decider" }, commands, step: 6 },
  upcaster: { source: upcaster, entry: { kind: "upcaster" }, step: 1 },
  call: { source: call, entry: { kind: "call", name: "most" }, step: 0 },
};

const engine = await loadNodeEngine();
async function traceOf(run: (typeof folds)[string]): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const slice = { topic: "rain", partitions: [{ partition: 0, from: 0, to: records.length }] };
  const { step: _, ...asked } = run;
  await engine.run({ runId: "test", scope: "all", seed: 0, records, slice, ...asked }, (m) =>
    messages.push(m),
  );
  return collectTrace(messages);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-written-"));
  await symlink(new URL("../../../../node_modules", import.meta.url).pathname, join(folder, "node_modules"));
});
afterAll(() => rm(folder, { recursive: true }));

test("what is written for a fold of every kind runs, and passes with the code that was folded", async () => {
  for (const [name, fold] of Object.entries(folds)) {
    const trace = await traceOf(fold);
    expect([name, trace.end.verdict, trace.end.message]).toEqual([name, "ok", ""]);
    const text = testSource({ trace, step: fold.step, records });
    expect(text).not.toBeNull();
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, codeFile), fold.source);
    await writeFile(join(folder, name, testFile), text ?? "");
  }
  const output = await vitest();
  expect(output.stderr).toBe("");
  expect(output.stdout).toContain(`${Object.keys(folds).length} passed`);
});

test("it fails with other code", async () => {
  await writeFile(join(folder, "reducer", codeFile), reducer.replace("state.mm +", "state.mm -"));
  expect((await vitest("reducer")).stdout).toContain("1 failed");
});

test("where the fold stopped there is nothing to expect", async () => {
  const trace = await traceOf({
    source: reducer.replace("return { mm: state", "throw 1; return { mm: state"),
    entry: { kind: "reducer" },
    step: 0,
  });
  expect(testSource({ trace, step: 0, records })).toBeNull();
});

/** Runs the written tests as their owner would. */
async function vitest(...only: string[]): Promise<{ stdout: string; stderr: string }> {
  const bin = new URL("../../../../node_modules/.bin/vitest", import.meta.url).pathname;
  const env = { ...process.env, NO_COLOR: "1", VITEST: undefined, VITEST_POOL_ID: undefined };
  const args = ["run", "--root", folder, "--configLoader", "native", ...only];
  return promisify(execFile)(bin, args, { cwd: folder, env }).catch((problem) => problem);
}
