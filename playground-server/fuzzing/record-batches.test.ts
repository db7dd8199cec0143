import { createRecordsBatch } from "@platformatic/kafka";
import fc from "fast-check";
import { expect } from "vitest";
import { numbersPerRecord } from "../../engine/fold/columnar-batch.ts";
import { recordValue } from "../../engine/testing/generated/logs.ts";
import { wellFormedText } from "../../engine/testing/generated/texts.ts";
import { IncomingRecords } from "../runs/fold-lane/incoming-records.ts";
import { fuzz } from "./fuzz.ts";
import { mutatedBytes } from "./mutations.ts";

const message = fc.record({ key: fc.option(wellFormedText), value: recordValue });
const batch = fc.array(message, { minLength: 1, maxLength: 8 });
const batches = fc.array(batch, { minLength: 1, maxLength: 3 }).map((all) => {
  const encoded: Buffer[] = [];
  let offset = 0;
  for (const messages of all) {
    encoded.push(encode(messages, offset));
    offset += messages.length;
  }
  return Buffer.concat(encoded);
});

/** A batch as the client library encodes it, placed at an offset. */
function encode(messages: { key: string | null; value: string | null }[], at: number): Buffer {
  const buffers = messages.map(({ key, value }) => ({
    key: key === null ? null : Buffer.from(key),
    value: value === null ? null : Buffer.from(value),
    topic: "t",
    timestamp: 1_767_225_600_000n,
    headers: new Map(),
  }));
  const written = createRecordsBatch(buffers as never, { compression: "none" } as never);
  const bytes = Buffer.from((written as unknown as { buffer: Buffer }).buffer);
  bytes.writeBigInt64BE(BigInt(at), 0);
  return bytes;
}

/** What goes wrong with a batch's own lengths and counts: each is found in the bytes and set to something else. */
const lie = fc.record({
  field: fc.constantFrom(
    { at: 8, bytes: 4 },
    { at: 57, bytes: 4 },
    { at: 23, bytes: 4 },
    { at: 61, bytes: 1 },
    { at: 16, bytes: 1 },
  ),
  to: fc.oneof(fc.integer(), fc.constantFrom(0, -1, -12, 1, 49, 0x7fffffff, -0x80000000)),
});
const lying = fc.tuple(batches, fc.array(lie, { maxLength: 2 })).map(([bytes, lies]) => {
  for (const { field, to } of lies) {
    if (field.bytes === 4) bytes.writeInt32BE(to, field.at);
    else bytes.writeUInt8(to & 0xff, field.at);
  }
  return bytes;
});

const complaint = /^(A record|A key|A number|The records).*\.$/;

/** Bytes in base64. */
fuzz<string>({
  name: "record batches",
  cases: fc
    .oneof(mutatedBytes(lying), fc.uint8Array({ maxLength: 200 }))
    .map((bytes) => Buffer.from(bytes).toString("base64")),
  runs: 3_000,
  holds(base64) {
    const bytes = Buffer.from(base64, "base64");
    const incoming = new IncomingRecords("course.carts", [{ partition: 0, from: 0, to: 1_000_000 }]);
    let some: boolean;
    try {
      some = incoming.add(0, bytes);
    } catch (error) {
      expect((error as Error).message).toMatch(complaint);
      // It failed as a whole: nothing of it comes out.
      expect(incoming.take()).toBeNull();
      return;
    }
    incoming.end(0);
    let records = 0;
    let characters = 0;
    for (let taken = incoming.take(); taken; taken = incoming.take()) {
      const { keys, values, numbers } = taken.batch;
      records += numbers.length / numbersPerRecord;
      characters += keys.length + values.length;
      const lengths = (column: number) =>
        numbers
          .filter((length, i) => i % numbersPerRecord === column && length > 0)
          .reduce((a, b) => a + b, 0);
      expect([keys.length, values.length]).toEqual([lengths(3), lengths(4)]);
    }
    expect(incoming.done).toBe(true);
    expect(some).toBe(records > 0);
    // Nothing was read that is not in the bytes, and nothing twice.
    expect(characters).toBeLessThanOrEqual(bytes.length);
  },
});
