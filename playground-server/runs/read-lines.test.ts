import fc from "fast-check";
import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";

test("JSON lines come out as they went in, whatever texts they hold and wherever their bytes were parted", async () => {
  const value = fc.string({
    unit: fc.constantFrom("a", "\u2028", "\u2029", "\r", "\n", "\u0085", "🎩", "é"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(value), fc.integer({ min: 1, max: 9 }), async (values, size) => {
      const bytes = Buffer.from(values.map((each) => `${JSON.stringify(each)}\n`).join(""));
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const read: unknown[] = [];
      for await (const line of readLines(pieces())) read.push(JSON.parse(line));
      expect(read).toEqual(values);
    }),
  );
});
