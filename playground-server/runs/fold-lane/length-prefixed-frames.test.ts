import fc from "fast-check";
import { expect, test } from "vitest";
import { FrameReader, frame } from "./length-prefixed-frames.ts";

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
const frames = fc.array(fc.record({ header: fc.jsonValue(), body: fc.array(bytes, { maxLength: 3 }) }), {
  maxLength: 6,
});

test("frames come out as they went in, wherever the bytes are cut", () => {
  fc.assert(
    fc.property(frames, fc.array(fc.nat(60)), (sent, cuts) => {
      const reader = new FrameReader(10_000);
      let rest = Buffer.concat(sent.flatMap(({ header, body }) => frame(header, body)));
      const got = [];
      for (const cut of [...cuts, rest.length]) {
        got.push(...reader.read(rest.subarray(0, cut)));
        rest = rest.subarray(cut);
      }
      got.push(...reader.read(rest));
      expect(got).toEqual(
        sent.map(({ header, body }) => ({
          header: JSON.parse(JSON.stringify(header)),
          body: Buffer.concat(body),
        })),
      );
    }),
  );
});

test("a frame that says it is larger than any is refused before its bytes are kept", () => {
  const reader = new FrameReader(100);
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(2 ** 31, 4);
  expect(() => [...reader.read(lengths)]).toThrow(/larger/);
});
