import { crc32c, Reader, readRecordsBatch } from "@platformatic/kafka";

/** A record batch: its length is at 8 and counts from 12, its format at 16, its CRC-32C at 17 and covers all from 21. */
const headerBytes = 61;
const controlBatch = 0b100000;

/** The records of Kafka's metadata log that name topics: `TopicRecord` and `RemoveTopicRecord`. */
const topicRecord = 2;
const removeTopicRecord = 9;

/** What a file of the metadata log says of topics, by their ids. */
export interface MetadataPart {
  /** Every topic that was ever made. */
  made: Map<string, string>;
  removed: Set<string>;
  /** Where the first unreadable batch begins; null if all are readable. Kafka cuts the log off there and logs nothing. */
  unreadableAt: number | null;
  /** Whether readable batches follow it. Then the damage is not the end of a file that a crash cut short. */
  goodAfter: boolean;
}

/** Reads a segment (`.log`) or a snapshot (`.checkpoint`) of the log in which a broker keeps what topics it has. */
export function readMetadata(file: Buffer): MetadataPart {
  const part: MetadataPart = { made: new Map(), removed: new Set(), unreadableAt: null, goodAfter: false };
  for (let at = 0; at < file.length; ) {
    const length = lengthOf(file, at);
    const batch = length === null ? null : file.subarray(at, at + length);
    const good = batch !== null && crc32c(batch.subarray(21)) === batch.readUInt32BE(17);
    if (good && part.unreadableAt === null) noteTopics(batch, part);
    if (good && part.unreadableAt !== null) part.goodAfter = true;
    if (!good) part.unreadableAt ??= at;
    if (length === null || part.goodAfter) break;
    at += length;
  }
  return part;
}

/** Null where no whole batch can be at this place. */
function lengthOf(file: Buffer, at: number): number | null {
  if (at + headerBytes > file.length || file.readInt8(at + 16) !== 2) return null;
  const length = 12 + file.readInt32BE(at + 8);
  return length >= headerBytes && at + length <= file.length ? length : null;
}

function noteTopics(batch: Buffer, part: MetadataPart): void {
  const { attributes, records } = readRecordsBatch(Reader.from(batch));
  if ((attributes & controlBatch) !== 0) return;
  for (const { value } of records) {
    if (value === null) continue;
    const reader = Reader.from(value);
    // The version of this frame, the kind of record, the version of the record.
    reader.readUnsignedVarInt();
    const kind = reader.readUnsignedVarInt();
    reader.readUnsignedVarInt();
    if (kind === topicRecord) {
      const name = reader.readString();
      part.made.set(readId(reader), name);
    } else if (kind === removeTopicRecord) part.removed.add(readId(reader));
  }
}

/** As Kafka writes it elsewhere: 22 characters of base64url. */
function readId(reader: Reader): string {
  return Buffer.from(reader.readUUID().replaceAll("-", ""), "hex").toString("base64url");
}
