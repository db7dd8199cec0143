import {
  type MessageRecord,
  NumericMap,
  ProduceAcks,
  type Producer,
  ProtocolError,
  produceV3,
  produceV4,
  produceV5,
  produceV6,
  produceV7,
  produceV8,
  produceV9,
  produceV10,
  produceV11,
} from "@platformatic/kafka";

/** A record on its way to Kafka. Its time is in ms; without one it is now. */
export interface OutgoingRecord {
  key: string | null;
  value: string | null;
  /** In their order; a name may be repeated. */
  headers?: [name: string, value: string][];
  timestamp?: number;
}

/**
 * Records that Kafka takes once, however often they arrive: it knows them by the producer's id and epoch and by the
 * number of the first of them among all that this producer wrote to the partition.
 */
export interface Batch {
  /** As Kafka knows it, with the prefix. */
  topic: string;
  partition: number;
  records: OutgoingRecord[];
  producerId: bigint;
  producerEpoch: number;
  sequence: number;
}

/**
 * How far the times of two records of one batch may be apart, in ms: 24 days. @platformatic/kafka writes the difference
 * to the first record in 32 bits, and a longer one wrong.
 */
export const longestSpan = 2 ** 31 - 1;

const produceKey = 0;
type ProduceVersion = typeof produceV11;
/** All versions that write today's record batches and name topics by name, newest first. */
const versions: ProduceVersion[] = [
  produceV11,
  produceV10,
  produceV9,
  produceV8,
  produceV7,
  ...([produceV6, produceV5, produceV4, produceV3] as unknown as ProduceVersion[]),
];
const known = new WeakMap<Producer, ProduceVersion>();

/**
 * Makes everything ready to send a batch to the broker that leads its partition. Nothing has been sent when this
 * resolves: the function it answers sends the batch once and answers the offset of the first record. `timeout` in ms.
 */
export async function prepareProduce(
  client: Producer<Buffer, Buffer, Buffer, Buffer>,
  leader: number,
  batch: Batch,
  timeout: number,
): Promise<() => Promise<number>> {
  const connection = (await client.connectToBrokers([leader])).get(leader);
  if (!connection) throw new ProtocolError("LEADER_NOT_AVAILABLE");
  const { api } = await versionOf(client);
  const { topic, partition, producerId, producerEpoch } = batch;
  const sequences = new NumericMap([[`${topic}:${partition}`, batch.sequence]]);
  const options = { producerId, producerEpoch, sequences };
  const records = batch.records.map((record) => encode(record, batch));
  return async () => {
    const answer = await api.async(connection, ProduceAcks.ALL, timeout, records, options);
    if (typeof answer === "boolean") throw new Error("Kafka was asked for no answer.");
    return Number(answer.responses[0]?.partitionResponses[0]?.baseOffset);
  };
}

async function versionOf(client: Producer<Buffer, Buffer, Buffer, Buffer>): Promise<ProduceVersion> {
  const before = known.get(client);
  if (before !== undefined) return before;
  const produce = (await client.listApis()).find(({ apiKey }) => apiKey === produceKey);
  const version = versions.find(({ api }) => api.version <= (produce?.maxVersion ?? 0)) ?? produceV3;
  known.set(client, version as ProduceVersion);
  return version as ProduceVersion;
}

function encode({ key, value, headers = [], timestamp }: OutgoingRecord, { topic, partition }: Batch) {
  const named = headers.map(([name, header]): [Buffer, Buffer] => [Buffer.from(name), Buffer.from(header)]);
  return {
    topic,
    partition,
    headers: new Map(named),
    timestamp: BigInt(timestamp ?? Date.now()),
    key: key === null ? null : Buffer.from(key),
    value: value === null ? null : Buffer.from(value),
    // The client's type knows neither a record without a key nor a tombstone; its code does.
  } as MessageRecord;
}

/** Throws where the times of a batch's records are too far apart. */
export function expectShortSpan(records: OutgoingRecord[]): void {
  const times = records.map(({ timestamp }) => timestamp ?? Date.now());
  if (Math.max(...times) - Math.min(...times) <= longestSpan) return;
  throw new RangeError(`The times of a batch are more than ${longestSpan} ms apart.`);
}
