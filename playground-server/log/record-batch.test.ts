import { createRecordsBatch } from "@platformatic/kafka";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBatches } from "./batch-stream.ts";
import { readHeader, visitRecords } from "./record-batch.ts";

const text = fc.string({ unit: "binary", maxLength: 40 }).map((value) => Buffer.from(value));
const message = fc.record({
  key: fc.option(text),
  value: fc.option(text),
  // The client's encoder keeps differences of 31 bits only; the test below has a longer one.
  timestamp: fc.bigInt({ min: 1_700_000_000_000n, max: 1_701_000_000_000n }),
  headers: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
});
const messages = fc.array(message, { minLength: 1, maxLength: 30 });
/** Where the checksum is; it covers everything after it. */
const checksumAt = 17;
const name = { topic: "t", partition: 0 };
const compression = fc.constantFrom("none", "gzip", "snappy", "lz4", "zstd");

/** A batch as the client library encodes it, placed at an offset. */
function encode(
  of: (typeof message extends fc.Arbitrary<infer M> ? M : never)[],
  at: number,
  codec: string,
): Buffer {
  const copies = of.map(({ headers, ...one }) => {
    const pairs = Object.entries(headers).map(
      ([name, value]) => [Buffer.from(name), Buffer.from(value)] as const,
    );
    return { ...one, topic: "t", headers: new Map(pairs) };
  });
  const written = createRecordsBatch(copies as never, { compression: codec } as never);
  const bytes = Buffer.from((written as unknown as { buffer: Buffer }).buffer);
  bytes.writeBigInt64BE(BigInt(at), 0);
  return bytes;
}

function decode(batches: Buffer[]) {
  const records: { offset: number; timestamp: number; key: string | null; value: string | null }[] = [];
  for (const bytes of batches) {
    const header = readHeader(bytes, 0);
    if (!header) throw new Error("No header.");
    const part = (at: number, length: number) =>
      length < 0 ? null : bytes.subarray(at, at + length).toString("hex");
    visitRecords(bytes, header, (offset, timestamp, keyAt, keyBytes, valueAt, valueBytes) =>
      records.push({ offset, timestamp, key: part(keyAt, keyBytes), value: part(valueAt, valueBytes) }),
    );
  }
  return records;
}

test("what the client encodes is decoded to the same records, compressed or not, and a batch cut short is left for later", () => {
  fc.assert(
    fc.property(messages, messages, compression, fc.nat(1_000_000), (first, second, codec, at) => {
      const bytes = [encode(first, at, codec), encode(second, at + first.length, codec)];
      const expected = [...first, ...second].map(({ key, value, timestamp }, i) => ({
        offset: at + i,
        timestamp: Number(timestamp),
        key: key?.toString("hex") ?? null,
        value: value?.toString("hex") ?? null,
      }));
      const whole = plainBatches(name, { records: Buffer.concat(bytes), aborted: [] });
      expect(decode(whole.batches)).toEqual(expected);
      expect(whole.next).toBe(at + first.length + second.length);
      const cut = plainBatches(name, { records: Buffer.concat(bytes).subarray(0, -1), aborted: [] });
      expect(decode(cut.batches)).toEqual(expected.slice(0, first.length));
    }),
    { numRuns: 150 },
  );
});

test("a batch of which any byte changed that its checksum covers is named, compressed or not", () => {
  fc.assert(
    fc.property(messages, messages, compression, fc.nat(), fc.integer({ min: 1, max: 255 }), (...drawn) => {
      const [first, second, codec, place, flip] = drawn;
      const whole = encode(first, 7, codec);
      const bytes = encode(second, 7 + first.length, codec);
      const at = checksumAt + (place % (bytes.length - checksumAt));
      bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
      const read = (records: Buffer) =>
        plainBatches({ topic: "course.t", partition: 3 }, { records, aborted: [] });
      // What comes before it is read; the next fetch begins with it.
      expect(read(Buffer.concat([whole, bytes])).next).toBe(7 + first.length);
      expect(() => read(bytes)).toThrow(
        `The record batch at offset ${7 + first.length} of course.t-3 does not match`,
      );
    }),
    { numRuns: 150 },
  );
});

test("batches of aborted transactions are left out", () => {
  const open = encode([{ key: null, value: Buffer.from("a"), timestamp: 0n, headers: {} }], 5, "none");
  const producerId = open.readBigInt64BE(43);
  const read = (aborted: { producerId: bigint; firstOffset: bigint }[]) =>
    decode(plainBatches(name, { records: open, aborted }).batches).length;
  expect(read([])).toBe(1);
  expect(read([{ producerId, firstOffset: 5n }])).toBe(0);
});

test("times may lie further apart than 32 bits count", () => {
  const bytes = encode([{ key: null, value: null, timestamp: 0n, headers: {} }], 0, "none");
  // A record of 12 bytes: attributes, the difference 2^41 in seven bytes, offset difference, no key, no value, no headers.
  const difference = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
  const record = Buffer.from([24, 0, ...difference, 0, 1, 1, 0]);
  const long = Buffer.concat([bytes.subarray(0, 61), record]);
  long.writeInt32BE(long.length - 12, 8);
  expect(decode([long])).toEqual([{ offset: 0, timestamp: 2 ** 41, key: null, value: null }]);
});
