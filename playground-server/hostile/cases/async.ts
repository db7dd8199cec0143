import { expect } from "vitest";
import type { HostileCase } from "../case.ts";
import { expectStop, passed, reducer, stopped } from "../expect-run-end.ts";

const promised = {
  verdict: "async-not-allowed",
  says: /returned a promise\. .*remove async and await/,
} as const;
const initial = "export const initialState = () => ({ n: 0 });\n";

/** Promises, jobs and timers. */
export const async: HostileCase[] = [
  {
    id: "ASY-01",
    what: "an async reducer: none of its jobs is done after the run",
    async try(target) {
      const body = "await null; console.log('after'); return { a: 1 };";
      const { text } = await stopped(
        target,
        `${initial}export const evolve = async () => { ${body} };`,
        promised,
      );
      expect(text).not.toContain('"after"');
    },
  },
  {
    id: "ASY-03",
    what: "an object with then, which is never called",
    async try(target) {
      const { text } = await stopped(
        target,
        reducer("return { then(r) { console.log('it ran'); r(1); } };"),
        promised,
      );
      expect(text).not.toContain('"it ran"');
    },
  },
  {
    id: "ASY-05",
    what: "a promise that schedules itself without end: a normal result, and a note that it was dropped",
    async try(target) {
      const source = reducer("(function f() { Promise.resolve().then(f); })(); return { n: state.n + 1 };");
      const { steps } = await passed(target, source, { n: 3 });
      expect(steps[0]?.console).toEqual([expect.stringMatching(/deferred.*promise.*never runs/)]);
    },
  },
  expectStop("ASY-07", "a generator as the reducer", `${initial}export function* evolve(s) { yield s; }`, {
    verdict: "state-invalid",
    says: /is a Generator\. .*can hold/,
  }),
  expectStop(
    "ASY-09",
    "timers",
    ["setTimeout(() => {}, 0)", "setInterval(() => {})", "queueMicrotask(() => {})"].map((call) =>
      reducer(`${call}; return state;`),
    ),
    { verdict: "threw", says: /ReferenceError: .*There are no timers here/ },
  ),
  expectStop(
    "ASY-11",
    "waiting on shared memory: there is none",
    [
      "Atomics.wait(new Int32Array(4), 0, 0)",
      "new SharedArrayBuffer(4)",
      "new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })",
    ].map((value) => reducer(`return { n: ${value} };`)),
    { verdict: "threw", says: /ReferenceError: (Atomics|SharedArrayBuffer|WebAssembly) is not defined\. ./ },
  ),
];
