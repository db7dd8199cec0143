import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../fold/json.ts";
import { diff } from "../fold/json-patch.ts";
import { findFirstDivergence } from "../fold/laws/divergence.ts";
import type { Step, Trace } from "../fold/trace.ts";
import { differingSteps } from "./differing-steps.ts";

/** A trace whose states are these, the initial one first. */
function traceOf([first = null, ...rest]: Json[]): Trace {
  const states = [first, ...rest];
  const steps = rest.map(
    (state, index): Step => ({
      kind: "step",
      index,
      position: null,
      key: null,
      event: null,
      console: [],
      patch: diff(states[index] as Json, state),
    }),
  );
  const start = { kind: "start", state: first } as unknown as Trace["start"];
  const state = states.at(-1) as Json;
  const end = {
    kind: "end",
    verdict: "ok",
    message: "",
    at: null,
    state,
    steps: steps.length,
    skipped: 0,
  } as const;
  return { start, steps, keyframes: [], end };
}

const states = fc.array(fc.record({ n: fc.nat(2), seen: fc.nat(1) }), { minLength: 1, maxLength: 6 });
const compare = (state: Json) => (state as { n: number }).n;

test("law: the first step that differs is the first divergence, whatever counts", () => {
  fc.assert(
    fc.property(states, states, fc.boolean(), (one, other, all) => {
      const mine = traceOf(one.slice(0, other.length));
      const reference = traceOf(other);
      const compared = all ? {} : { compare };
      const [first] = differingSteps(mine, reference, compared);
      expect(first).toBe(findFirstDivergence(mine, reference, compared)?.index);
    }),
  );
});

test("law: a step is told where what counts differs there, and nowhere else", () => {
  fc.assert(
    fc.property(states, (one) => {
      const other = one.map(({ n, seen }, place) =>
        place % 2 === 0 ? { n, seen: 1 - seen } : { n: n + 1, seen },
      );
      const odd = one.flatMap((_, place) => (place % 2 === 1 ? [place - 1] : []));
      expect(differingSteps(traceOf(one), traceOf(other), { compare })).toEqual(odd);
      expect(differingSteps(traceOf(one), traceOf(other), {})).toEqual(one.map((_, place) => place - 1));
    }),
  );
});
