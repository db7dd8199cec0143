/**
 * Kafka's record batches (format 2) as bytes: https://kafka.apache.org/documentation/#recordbatch. For long folds only:
 * a record costs no object here. Everything else reads records with the client's own decoder.
 */

/** Bytes before the first record. */
export const headerBytes = 61;
/** Bits of a batch's attributes. */
const compression = 0b111;
const logAppendTime = 0b1000;
const control = 0b100000;

/** The header of a batch. Offsets and times are numbers; past 2^53 - 1 they are not exact. */
export interface BatchHeader {
  firstOffset: number;
  lastOffset: number;
  firstTimestamp: number;
  maxTimestamp: number;
  attributes: number;
  producerId: bigint;
  count: number;
  /** Of header and records. */
  bytes: number;
}

/** The header of the batch at `at`; null where the bytes end before the batch does, as the last of a fetch may. */
export function readHeader(bytes: Buffer, at: number): BatchHeader | null {
  if (at + headerBytes > bytes.length) return null;
  const length = 12 + bytes.readInt32BE(at + 8);
  const magic = bytes.readInt8(at + 16);
  if (magic !== 2) throw new Error(`A record batch of format ${magic} cannot be read.`);
  if (length < headerBytes) throw new Error("A record batch is shorter than its own header.");
  if (at + length > bytes.length) return null;
  const firstOffset = Number(bytes.readBigInt64BE(at));
  return {
    firstOffset,
    lastOffset: firstOffset + bytes.readInt32BE(at + 23),
    firstTimestamp: Number(bytes.readBigInt64BE(at + 27)),
    maxTimestamp: Number(bytes.readBigInt64BE(at + 35)),
    attributes: bytes.readInt16BE(at + 21),
    producerId: bytes.readBigInt64BE(at + 43),
    count: bytes.readInt32BE(at + 57),
    bytes: length,
  };
}

export const isControl = ({ attributes }: BatchHeader): boolean => (attributes & control) !== 0;

/** Which of Kafka's codecs the records are compressed with; 0 for none. */
export const codecOf = ({ attributes }: BatchHeader): number => attributes & compression;

/** A batch whose records were decompressed: its header, said to be uncompressed, and the records. */
export function uncompressedBatch(batch: Buffer, records: Buffer): Buffer {
  const header = Buffer.from(batch.subarray(0, headerBytes));
  header.writeInt32BE(headerBytes - 12 + records.length, 8);
  header.writeInt16BE(header.readInt16BE(21) & ~compression, 21);
  return Buffer.concat([header, records]);
}

/** Where the parts of one record are in the bytes. A length of -1 means null. */
export type VisitRecord = (
  offset: number,
  timestamp: number,
  keyAt: number,
  keyBytes: number,
  valueAt: number,
  valueBytes: number,
) => void;

/**
 * Visits the records of an uncompressed batch at the start of `bytes`, in offset order. Throws where a length leads out
 * of its record or a record out of the batch, so that nothing else is read for a record.
 */
export function visitRecords(bytes: Buffer, header: BatchHeader, visit: VisitRecord): void {
  const reader = new VarInts(bytes, headerBytes);
  const last = Math.min(header.bytes, bytes.length);
  let before = -1;
  for (let i = 0; i < header.count; i++) {
    const length = reader.next();
    const end = reader.at + length;
    if (length < 0 || end > last) throw new Error("A record is longer than its record batch.");
    reader.at++; // attributes, unused by Kafka
    const sinceFirst = reader.next();
    const offset = header.firstOffset + reader.next();
    const keyBytes = reader.next();
    const keyAt = reader.at;
    if (keyBytes > 0) reader.at += keyBytes;
    const valueBytes = reader.next();
    const valueAt = reader.at;
    if (valueAt + Math.max(0, valueBytes) > end)
      throw new Error("A key or a value is longer than its record.");
    if (offset <= before) throw new Error("The records of a batch are not in the order of their offsets.");
    before = offset;
    const timestamp =
      header.attributes & logAppendTime ? header.maxTimestamp : header.firstTimestamp + sinceFirst;
    visit(offset, timestamp, keyAt, keyBytes, valueAt, valueBytes);
    reader.at = end; // past value and headers
  }
}

/** Of the tenth byte. */
const largestScale = 128 ** 9;

/** Reads zigzag-encoded integers of variable length, as Protocol Buffers have them. */
class VarInts {
  at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  next(): number {
    let value = 0;
    // Not shifted: a difference of two times may need more than 32 bits.
    for (let scale = 1; scale <= largestScale; scale *= 128) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) throw new Error("A record batch ends in the middle of a record.");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
    throw new Error("A number in a record batch has more than ten bytes.");
  }
}
