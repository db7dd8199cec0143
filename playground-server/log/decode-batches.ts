import { type KafkaRecord, Reader, type RecordsBatch, readRecordsBatch } from "@platformatic/kafka";
import type { RawRecord } from "../../engine/fold/event.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import type { RawAnswer } from "./raw-fetch.ts";
import { recordText } from "./record-text.ts";
import { type PartitionName, wholeBatches } from "./whole-batches.ts";

/** Bits of a batch's attributes, as Kafka's record format has them. */
const logAppendTime = 0b1000;
const control = 0b100000;
const abortMarker = 0;

/** What a fetch brought for one partition: the records of the wanted range, and where to go on. */
export interface Fetched {
  records: RawRecord[];
  next: number;
}

/**
 * The records of an answer from offset `from` up to but not including `to`. Brokers answer in whole batches, so
 * records outside that range are dropped. Throws `log-corrupt`.
 */
export function readAnswer(name: PartitionName, answer: RawAnswer, from: number, to: number): Fetched {
  return readBatches(name, { batches: decodeBatches(answer.records, name), ...answer }, from, to);
}

/** The record batches in these bytes; the last one is left out where the bytes end before it does. */
function decodeBatches(bytes: Buffer, name: PartitionName): RecordsBatch[] {
  return [...wholeBatches(bytes, name)].map(({ batch }) => readRecordsBatch(Reader.from(batch)));
}

/** The same of batches that are decoded already. */
export function readBatches(
  { topic, partition }: PartitionName,
  { batches: decoded, aborted }: { batches: RecordsBatch[]; aborted: RawAnswer["aborted"] },
  from: number,
  to: number,
): Fetched {
  const records: RawRecord[] = [];
  const batches = decoded.map((batch) => ({
    batch,
    producerId: batch.producerId,
    firstOffset: batch.firstOffset,
    lastOffset: batch.firstOffset + BigInt(batch.lastOffsetDelta),
    control: (batch.attributes & control) !== 0,
    controlKey: () => batch.records[0]?.key ?? null,
  }));
  for (const { batch } of committed(batches, aborted)) {
    for (const record of batch.records) {
      const offset = safeNumber(batch.firstOffset + BigInt(record.offsetDelta));
      if (offset >= from && offset < to) records.push(rawRecord(topic, partition, offset, batch, record));
    }
  }
  const last = batches.at(-1);
  return { records, next: Math.max(from, last ? safeNumber(last.lastOffset) + 1 : from) };
}

/** What of a batch tells whether a read-committed reader may see it. */
export interface MarkedBatch {
  producerId: bigint;
  firstOffset: bigint;
  lastOffset: bigint;
  control: boolean;
  /** The key of a control batch's one record. */
  controlKey(): Buffer | null;
}

/**
 * The batches that hold committed records. Control batches are left out, and so are aborted transactions: the broker
 * lists them, the reader has to drop them, each from its first offset to its abort marker.
 */
export function* committed<Batch extends MarkedBatch>(
  batches: Batch[],
  abortedTransactions: { producerId: bigint; firstOffset: bigint }[],
): Generator<Batch> {
  const aborted = abortedTransactions.toSorted((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  const dropping = new Set<bigint>();
  for (const batch of batches) {
    while (aborted[0] && aborted[0].firstOffset <= batch.lastOffset) {
      dropping.add((aborted.shift() as (typeof aborted)[number]).producerId);
    }
    if (batch.control) {
      if (batch.controlKey()?.readInt16BE(2) === abortMarker) dropping.delete(batch.producerId);
    } else if (!dropping.has(batch.producerId)) yield batch;
  }
}

function rawRecord(
  topic: string,
  partition: number,
  offset: number,
  batch: RecordsBatch,
  record: KafkaRecord,
): RawRecord {
  const timestamp =
    batch.attributes & logAppendTime ? batch.maxTimestamp : batch.firstTimestamp + record.timestampDelta;
  return {
    position: { topic, partition, offset },
    timestamp: safeNumber(timestamp),
    ...recordText(record),
  };
}

/** Kafka counts in 64 bits, JSON in 53. */
export function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new Refusal("slice-invalid", refusalDetail("number-too-large", { number: String(value) }));
  }
  return number;
}
