import { expect, test } from "vitest";
import { columnarBatchOf } from "../fold/columnar-batch.ts";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace } from "../fold/states-of-trace.ts";
import type { TraceMessage } from "../fold/trace.ts";
import { FoldLane, type LaneInput } from "./fold-lane.ts";
import { limits } from "./limits.ts";
import { loadModule, loadNodeEngine } from "./node-engine.ts";
import type { RunRequest } from "./run-request.ts";
import { requestOf } from "./testing/run-source.ts";

const engine = await loadNodeEngine();
const wasm = await loadModule(limits.laneWasmMemoryBytes);

const records = [3, 0, 9, 1, 8].map(
  (n, offset): RawRecord => ({
    position: { topic: "given", partition: 0, offset },
    timestamp: 0,
    key: offset % 2 === 0 ? "even" : "odd",
    headers: {},
    value: JSON.stringify({ type: "Added", data: { n } }),
  }),
);
const source = `export const initialState = () => ({ sum: 0, all: [] });
export const evolve = (state, event) => ({ sum: state.sum + event.data.n, all: [...state.all, event.data.n] });`;

async function run(rest: Partial<RunRequest>) {
  const messages: TraceMessage[] = [];
  await engine.run(requestOf(source, { records, ...rest }), (message) => messages.push(message));
  return collectTrace(messages);
}

test("a watch is worked out after every step over state, before, event and key", async () => {
  const watches = ["state.sum", "state.sum - before.sum === event.data.n", "key", "state.all"];
  const { steps, end } = await run({ watches });
  expect(end.verdict).toBe("ok");
  expect(steps.map(({ watched }) => watched)).toEqual(
    [3, 3, 12, 13, 21].map((sum, i) => [
      { value: sum },
      { value: true },
      { value: i % 2 === 0 ? "even" : "odd" },
      { text: `[${[3, 0, 9, 1, 8].slice(0, i + 1).join(", ")}]` },
    ]),
  );
});

test("a breakpoint marks the steps at which it holds, and the state by key is that of the record's key", async () => {
  const breaks = async (rest: Partial<RunRequest>) =>
    (await run(rest)).steps.map((step) => step.breaks ?? false);
  expect(await breaks({ breakpoint: "state.sum > 10" })).toEqual([false, false, true, true, true]);
  expect(await breaks({ breakpoint: "event.data.n === 1" })).toEqual([false, false, false, true, false]);
  expect(await breaks({ breakpoint: "state.sum > 10", scope: "by-key" })).toEqual([
    false,
    false,
    true,
    false,
    true,
  ]);
});

test("the read models of a projector are there by name", async () => {
  const projector = `export const count = { initialView: () => 0, project: (view) => view + 1 };
export const last = { initialView: () => null, project: (_, event) => event.data.n };`;
  const { steps } = await run({
    source: projector,
    entry: { kind: "projector" },
    watches: ["state.count + state.last", "before.count"],
    scope: "by-key",
  });
  expect(steps.map(({ watched }) => watched)).toEqual(
    [
      [4, 0],
      [1, 0],
      [11, 1],
      [3, 1],
      [11, 2],
    ].map((pair) => pair.map((value) => ({ value }))),
  );
});

test("what cannot be worked out says why, and does not hold", async () => {
  const { steps, end } = await run({ watches: ["state.nothing.here", "0 / 0"], breakpoint: "state.a.b" });
  expect(end.verdict).toBe("ok");
  expect(steps[0]).not.toHaveProperty("breaks");
  expect(steps[0]?.watched).toEqual([
    { error: expect.stringMatching(/^TypeError: .*undefined/) },
    { text: "NaN" },
  ]);
});

test("an expression cannot change a state, and one without end ends the run with the steps before it", async () => {
  const changing = await run({ watches: ["state.sum = 7"] });
  expect(changing.end).toMatchObject({ verdict: "ok", state: { sum: 21 } });
  const endless = await run({ breakpoint: "event.data.n === 9 && (() => { for (;;); })()" });
  expect(endless.end).toMatchObject({ verdict: "time-limit", steps: 3, at: { position: { offset: 2 } } });
  expect(endless.end.message).toContain("expression");
});

test.each(["state.", "let x = 1", "return 1"])("%s is refused as no expression", async (text) => {
  const { end } = await run({ breakpoint: text });
  expect(end).toMatchObject({ verdict: "compile-error", steps: 0 });
  expect(end.message).toContain(`\`${text}\``);
});

test("the trace without its watches is the trace of a run without any", async () => {
  const plain = await run({});
  const { steps } = await run({ watches: ["state.sum"], breakpoint: "true" });
  expect(steps.map(({ watched, breaks, ...step }) => step)).toEqual(plain.steps);
});

async function lane(rest: Partial<LaneInput>) {
  const opened = await FoldLane.open(wasm, {
    source,
    entry: { kind: "reducer" },
    scope: "all",
    seed: 1,
    ...rest,
  });
  if (!(opened instanceof FoldLane)) throw new Error(opened.message);
  return opened;
}

test("a lane tells where a breakpoint begins to hold: with the record, and the events folded before it", async () => {
  const opened = await lane({ breakpoint: "event.data.n > 2" });
  const odd: RawRecord = { ...(records[0] as RawRecord), value: "none" };
  expect(opened.fold(columnarBatchOf("given", [odd, ...records]))).toEqual({
    folded: 5,
    skipped: 1,
    breaks: [
      { record: 1, before: 0 },
      { record: 3, before: 2 },
      { record: 5, before: 4 },
    ],
  });
  opened.dispose();
});

test("in a lane by key a breakpoint holds for each key apart, and watches tell of the last record", async () => {
  const opened = await lane({ breakpoint: "state.sum > 0", watches: ["state.sum", "key"], scope: "by-key" });
  expect(opened.fold(columnarBatchOf("given", records))).toMatchObject({
    breaks: [{ record: 0 }, { record: 3 }],
  });
  expect(opened.watched()).toEqual([{ value: 20 }, { value: "even" }]);
  opened.dispose();
});

test("a lane tells of so many breaks and no more", async () => {
  const opened = await lane({ breakpoint: "event.metadata.position.offset % 2 === 0" });
  const many = Array.from({ length: 3 * limits.laneBreaks }, (_, offset) => ({
    ...(records[0] as RawRecord),
    position: { topic: "given", partition: 0, offset },
  }));
  const end = opened.fold(columnarBatchOf("given", many));
  expect("breaks" in end && end.breaks).toHaveLength(limits.laneBreaks);
  opened.dispose();
});
