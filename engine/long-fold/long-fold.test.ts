import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace, stateAt } from "../fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../fold/trace.ts";
import { createEngine } from "../sandbox/engine.ts";
import { limits } from "../sandbox/limits.ts";
import { loadModule } from "../sandbox/node-engine.ts";
import { LongFold, type LongParts, type LongRequest } from "./long-fold.ts";
import type { LongLog } from "./long-log.ts";

let parts: LongParts;
beforeAll(async () => {
  const engine = createEngine(await loadModule(limits.wasmMemoryBytes));
  let clock = 0;
  parts = {
    engine,
    wasm: await loadModule(limits.laneWasmMemoryBytes),
    now() {
      clock += 20;
      return clock;
    },
    pause: async () => {},
  };
});

const count = 6_500;
/** Some values are no events, and one text is not of one byte a character. */
const records: RawRecord[] = Array.from({ length: count }, (_, offset) => ({
  position: { topic: "given", partition: 0, offset },
  timestamp: offset * 10,
  key: offset % 97 === 3 ? null : `konto-${offset % 40}`,
  headers: {},
  value:
    offset % 701 === 5
      ? null
      : JSON.stringify({ type: "Deposited", data: { amount: offset % 97, note: "größer" } }),
}));
const log: LongLog = {
  slice: { topic: "given", partitions: [{ partition: 0, from: 0, to: count }] },
  count,
  read: async (from, to) => records.slice(from, to),
  placeOf: ({ offset }) => offset,
};

const counting = (extra = "") => `let calls = 0;
export function initialState() { return { n: 0, chain: 7 }; }
export function evolve(state, event) { const at = event.metadata.position.offset; calls++; ${extra}
  return { n: state.n + 1, chain: (state.chain * 31 + at + event.data.amount) % 1000003 };
}`;

async function folded(source: string, more: Partial<LongRequest> = {}) {
  const request: LongRequest = {
    runId: "long",
    source,
    entry: { kind: "reducer" },
    scope: "all",
    seed: 0,
    log,
    ...more,
  };
  const messages: TraceMessage[] = [];
  const fold = await LongFold.fold(parts, request, (message) => messages.push(message));
  return { fold, messages, trace: collectTrace(messages) };
}

/** The whole log in the trace lane, to compare with. */
async function whole(source: string, scope: "all" | "by-key"): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const { slice } = log;
  await parts.engine.run(
    {
      runId: "whole",
      source,
      entry: { kind: "reducer" },
      scope,
      seed: 0,
      slice,
      records,
      twice: false,
    },
    (message) => messages.push(message),
  );
  return collectTrace(messages);
}

async function windowAt(fold: LongFold | null, place: number): Promise<Trace> {
  const messages: TraceMessage[] = [];
  await fold?.window(place, (message) => messages.push(message));
  return collectTrace(messages);
}

test.each(["all", "by-key"] as const)(
  "a long fold ends as the whole log does in the trace lane, and every step can be looked at: %s",
  async (scope) => {
    const { fold, trace } = await folded(counting(), { scope });
    const all = await whole(counting(), scope);
    expect(trace.end).toEqual(all.end);
    expect(trace.steps).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: count - 1 }), async (place) => {
        const window = await windowAt(fold, place);
        expect(window.end.verdict).toBe("ok");
        const at = window.steps.findIndex(({ position }) => position?.offset === place);
        const step = all.steps.find(({ position }) => position?.offset === place);
        if (!step) {
          expect(at).toBe(-1);
          return;
        }
        expect({ ...window.steps[at], index: 0 }).toEqual({ ...step, index: 0 });
        const now = stateAt(window, at);
        const then = stateAt(all, step.index);
        if (scope === "all") expect(now).toEqual(then);
        else
          expect(then).toMatchObject({ [step.key ?? ""]: (now as Record<string, object>)[step.key ?? ""] });
      }),
      { numRuns: 10 },
    );
  },
);

test("what the first records stop is told with all their steps, and there is nothing to look into", async () => {
  const { fold, trace } = await folded(counting("if (at === 20) throw new Error('no');"));
  expect(fold).toBeNull();
  expect(trace.end).toMatchObject({ verdict: "threw", at: { position: { offset: 20 } } });
  expect(trace.steps.length).toBeGreaterThan(10);
});

test("what stops the fold later is told with its place, and the steps before it can be looked at", async () => {
  const { fold, trace } = await folded(counting("if (at === 4321) throw new Error('no');"));
  const skipped = records.filter(({ value }, i) => value === null && i < 4321).length;
  expect(trace.end).toMatchObject({
    verdict: "threw",
    steps: expect.any(Number),
    at: { index: 4321 - skipped, position: { offset: 4321 }, source: { line: 3 } },
  });
  const window = await windowAt(fold, 4321);
  expect(window.end).toMatchObject({ verdict: "threw", at: { position: { offset: 4321 } } });
  expect(window.steps.at(-1)?.position?.offset).toBe(4320);
});

test("a reducer that remembers something outside the state is told so at the offset where that shows", async () => {
  const { fold, trace } = await folded(counting("if (at > 2000) return { ...state, n: calls };"));
  expect(trace.end).toMatchObject({
    verdict: "nondeterministic",
    message: expect.stringContaining("remembers"),
  });
  const window = await windowAt(fold, 3000);
  expect(window.end.at?.position?.offset).toBeGreaterThanOrEqual(3000);
});

test("what has been folded can be looked into while the fold goes on", async () => {
  let look: Promise<Trace> | null = null;
  let taken = 0;
  const begun: LongFold[] = [];
  const request: LongRequest = {
    runId: "long",
    source: counting(),
    entry: { kind: "reducer" },
    scope: "all",
    seed: 0,
    log,
  };
  await LongFold.fold(
    parts,
    request,
    (message) => {
      if (message.kind !== "progress" || message.records < 3_000 || look) return;
      taken = message.records;
      look = windowAt(begun[0] ?? null, 2_600);
    },
    (fold) => begun.push(fold),
  );
  const trace = (await look) as Trace | null;
  expect(taken).toBeLessThan(count);
  expect(trace?.end.verdict).toBe("ok");
  expect(trace?.steps.some(({ position }) => position?.offset === 2_600)).toBe(true);
});

test("breakpoints and watches are told on the way, and in the window again", async () => {
  const { fold, messages } = await folded(counting(), {
    breakpoint: "state.n >= 3000",
    watches: ["state.n"],
  });
  const breaks = messages.filter(({ kind }) => kind === "break");
  expect(breaks).toHaveLength(1);
  expect(messages.filter(({ kind }) => kind === "sample").length).toBeGreaterThan(2);
  const [found] = breaks;
  const offset = found?.kind === "break" ? found.position.offset : -1;
  const window = await windowAt(fold, offset);
  const step = window.steps.find(({ position }) => position?.offset === offset);
  expect(step).toMatchObject({ breaks: true, watched: [{ value: 3000 }] });
});
