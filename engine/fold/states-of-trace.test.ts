import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import { diff } from "./json-patch.ts";
import { collectTrace, stateAt, statesOf } from "./states-of-trace.ts";
import { keyframeInterval, type Step, type Trace, type TraceMessage } from "./trace.ts";

/** A trace through the given states, as a run emits it. */
function traceThrough(states: Json[]): Trace {
  const [initial, ...rest] = states;
  const messages: TraceMessage[] = [
    {
      kind: "start",
      runId: "r",
      engine: "e",
      entry: { kind: "reducer" },
      scope: "all",
      seed: 1,
      slice: { topic: "t", partitions: [] },
      sourceHash: "",
      state: initial as Json,
    },
  ];
  rest.forEach((state, index) => {
    const patch = diff(states[index] as Json, state);
    messages.push({
      kind: "step",
      index,
      position: null,
      key: null,
      event: null,
      patch,
      console: [],
    } satisfies Step);
    if ((index + 1) % keyframeInterval === 0) messages.push({ kind: "keyframe", index, state });
  });
  const end = { kind: "end" as const, verdict: "ok" as const, message: "", at: null };
  return collectTrace([
    ...messages,
    { ...end, state: states.at(-1) as Json, steps: rest.length, skipped: 0 },
  ]);
}

test("any step's state is reached from the nearest keyframe and the patches after it", () => {
  const states = fc.array(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, {
    minLength: 1,
    maxLength: 250,
  });
  fc.assert(
    fc.property(states, fc.nat(), (all, any) => {
      const trace = traceThrough(all);
      const index = (any % all.length) - 1;
      expect(stateAt(trace, index)).toEqual(all[index + 1]);
      expect(statesOf(trace)).toEqual(all);
    }),
    { numRuns: 50 },
  );
});

test("a trace without its end is refused", () => {
  expect(() => collectTrace([])).toThrow(/start and its end/);
});
