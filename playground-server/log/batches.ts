import type { Consumer, KafkaRecord, RecordsBatch } from "@platformatic/kafka";
import type { RawRecord } from "../../engine/fold/event.ts";
import { Refusal } from "../errors.ts";

/** Bits of a batch's attributes, as Kafka's record format has them. */
const logAppendTime = 0b1000;
const control = 0b100000;
const abortMarker = 0;

type FetchResponse = Awaited<ReturnType<Consumer["fetch"]>>;

/** A broker's answer for one partition. */
export type FetchedPartition = FetchResponse["responses"][number]["partitions"][number];

/** What a fetch brought for one partition: the records of the wanted range, and where to go on. */
export interface Fetched {
  records: RawRecord[];
  next: number;
}

/**
 * The records from offset `from` up to but not including `to`. Brokers answer in whole batches, so what lies outside
 * is trimmed. Control batches are left out, and so are aborted transactions: the broker lists them, the reader has to
 * drop them, each from its first offset to its abort marker.
 */
export function readBatches(
  topic: string,
  answer: Pick<FetchedPartition, "partitionIndex" | "records" | "abortedTransactions">,
  from: number,
  to: number,
): Fetched {
  const records: RawRecord[] = [];
  const aborted = [...(answer.abortedTransactions ?? [])].sort((a, b) =>
    a.firstOffset < b.firstOffset ? -1 : 1,
  );
  const dropping = new Set<bigint>();
  let next = from;
  for (const batch of answer.records ?? []) {
    const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
    while (aborted[0] && aborted[0].firstOffset <= last) {
      dropping.add((aborted.shift() as (typeof aborted)[number]).producerId);
    }
    if (batch.attributes & control) {
      if (batch.records[0]?.key?.readInt16BE(2) === abortMarker) dropping.delete(batch.producerId);
    } else if (!dropping.has(batch.producerId)) {
      for (const record of batch.records) {
        const offset = safeNumber(batch.firstOffset + BigInt(record.offsetDelta));
        if (offset >= from && offset < to)
          records.push(rawRecord(topic, answer.partitionIndex, offset, batch, record));
      }
    }
    next = Math.max(next, safeNumber(last) + 1);
  }
  return { records, next };
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
    key: record.key?.toString() ?? null,
    headers: headersOf(record),
    value: record.value?.toString() ?? null,
  };
}

/** Through entries, so that a header named __proto__ is only a header. */
function headersOf({ headers }: KafkaRecord): Record<string, string> {
  const entries = [...headers].map(([name, value]) => [name?.toString() ?? "", value?.toString() ?? ""]);
  return entries.length === 0 ? {} : Object.fromEntries(entries);
}

/** Kafka counts in 64 bits, JSON in 53. */
export function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new Refusal("slice-invalid", `The number ${value} is past 2^53 - 1, which JSON cannot hold.`);
  }
  return number;
}
