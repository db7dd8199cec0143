import { expect } from "vitest";
import { waitForCondition } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { expectStop, reducer, stopped } from "../expect-run-end.ts";

// Nothing is heard of the fold for 1.5 s, or the whole fold takes 6 s: which comes first is the machine’s speed.
const killed = { verdict: "time-limit", says: /more than (1\.5|6) s and was stopped.*\?/ } as const;
const tooMuch = { verdict: "memory-limit", says: /32 MB.*\?/ } as const;

/** A case that only killing the process ends; another one takes its place. */
function kills(id: string, what: string, body: string): HostileCase {
  return {
    id,
    what,
    async try(target) {
      const before = new Set(target.sandboxes);
      await stopped(target, reducer(body), killed);
      await waitForCondition(
        () => target.sandboxes.length === before.size,
        "a process in the place of the one that was killed",
      );
      expect(target.sandboxes.filter((pid) => before.has(pid))).toHaveLength(before.size - 1);
    },
  };
}

/** Built-ins that the engine never polls. */
export const builtIns: HostileCase[] = [
  kills("NAT-01", "a sparse list as text", 'return { n: (new Array(1e9) + "").length };'),
  kills("NAT-03", "the largest list-like reversed", "[].reverse.call({ length: 2 ** 53 - 1 });"),
  kills("NAT-05", "splice on a sparse list", "new Array(1e9).splice(0, 1);"),
  kills(
    "NAT-07",
    "a search that compares every pair of places",
    'return { n: "a".repeat(4e5).indexOf("a".repeat(2e5) + "b") };',
  ),
  kills("NAT-09", "typed arrays filled without end", "for (;;) new Uint8Array(8e6).fill(1);"),
  expectStop(
    "NAT-11",
    "a list doubled forty times",
    reducer("let a = [1]; for (let i = 0; i < 40; i++) a = a.concat(a); return { n: a.length };"),
    tooMuch,
  ),
  expectStop(
    "NAT-13",
    "twenty million characters split, replaced, normalized, encoded",
    [
      '"x".repeat(2e7).split("")',
      '"x".repeat(2e7).replaceAll("x", "yy")',
      '"x".repeat(2e7).normalize("NFKD")',
      'encodeURI("é".repeat(1e7))',
    ].map((value) => reducer(`return { n: ${value}.length };`)),
    // Which of the two limits comes first is the machine’s speed.
    { verdict: ["memory-limit", "time-limit"], says: /(32 MB|1\.5 s|6 s).*\?/ },
  ),
];
