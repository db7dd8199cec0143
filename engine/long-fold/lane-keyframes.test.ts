import fc from "fast-check";
import { expect, test } from "vitest";
import { LaneKeyframes } from "./lane-keyframes.ts";

/** What changed at each frame, by key. */
const changes = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), {
  minLength: 3,
  maxLength: 40,
});

test("a state at a kept frame is the last one written up to it, however often frames were given up", () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 20, max: 400 }), (frames, most) => {
      const keyframes = new LaneKeyframes(most);
      const numbers = new Map<number, number>();
      for (const [i, keys] of frames.entries()) {
        const fresh = keys.filter((key) => !numbers.has(key));
        for (const key of fresh) numbers.set(key, numbers.size);
        const texts = keys.map((key) => `"${key}:${i}"`);
        keyframes.add({ place: (i + 1) * 10, folded: (i + 1) * 10 }, [
          {
            names: fresh.map((key): [string, string] => ["", String(key)]),
            numbers: keys.map((key) => numbers.get(key) as number),
            lengths: texts.map(({ length }) => length),
            texts: texts.join(""),
          },
        ]);
      }
      expect(keyframes.frames.at(-1)?.place).toBe(frames.length * 10);
      for (const [frame, { place }] of keyframes.frames.entries()) {
        expect(keyframes.frameBefore(place)).toBe(frame);
        expect(keyframes.frameBefore(place - 1)).toBe(frame - 1);
        for (let key = 0; key <= 5; key++) {
          const last = frames.slice(0, place / 10).findLastIndex((keys) => keys.includes(key));
          expect(keyframes.stateAt(frame, "", String(key))).toBe(last < 0 ? null : `"${key}:${last}"`);
        }
      }
    }),
  );
});
