import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KeyframeStore, type States } from "./keyframe-store.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyframes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const frames = fc.array(fc.dictionary(fc.constantFrom("a", "b", "ü", "", "__proto__"), fc.string()), {
  minLength: 1,
  maxLength: 60,
});

/** As a lane writes them. `named` holds the keys that have a number and takes in the new ones. */
function statesOf(states: Record<string, string>, named: string[]): States {
  const names = Object.keys(states).filter((key) => !named.includes(key));
  named.push(...names);
  const texts = Object.values(states).map((json) => Buffer.from(json));
  return {
    names: names.map((key) => ["", key]),
    numbers: Object.keys(states).map((key) => named.indexOf(key)),
    bytes: texts.map(({ length }) => length),
    texts: Buffer.concat(texts),
  };
}

test("the state of a key at a frame that is left is the last one written up to it, however often frames were thinned", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(frames, async (written) => {
      const keyframes = await KeyframeStore.open(join(folder, `${run++}`), { bytes: 60, states: 20 });
      const named: string[] = [];
      try {
        for (const [i, states] of written.entries()) {
          await keyframes.add({ next: [i], folded: i, skipped: 0 }, [statesOf(states, named)]);
        }
        for (const [number, { next }] of keyframes.frames.entries()) {
          const upTo = written.slice(0, (next[0] as number) + 1);
          for (const key of ["a", "b", "ü", "", "__proto__"]) {
            const last = upTo.findLast((states) => Object.hasOwn(states, key));
            expect(await keyframes.stateAt(number, "", key)).toBe(last ? last[key] : null);
          }
        }
        expect(keyframes.frames.at(-1)?.next).toEqual([written.length - 1]);
      } finally {
        await keyframes.close();
      }
    }),
    { numRuns: 60 },
  );
  expect(await readdir(folder)).toEqual([]);
});

test("a frame is found by the offset it has passed", async () => {
  const keyframes = await KeyframeStore.open(join(folder, "found"), { bytes: 1_000, states: 1_000 });
  for (const next of [10, 20, 30]) await keyframes.add({ next: [next, 5], folded: next, skipped: 0 }, []);
  expect([0, 9, 10, 19, 20, 99].map((offset) => keyframes.frameBefore(0, offset))).toEqual([
    -1, -1, 0, 0, 1, 2,
  ]);
  await keyframes.close();
});
