import {
  type Consumer,
  createAPI,
  fetchV13,
  fetchV14,
  fetchV15,
  fetchV16,
  fetchV17,
  type Reader,
} from "@platformatic/kafka";
import { Refusal } from "../errors.ts";

/** What a broker answers for one partition, its record batches as they came over the wire. */
export interface RawAnswer {
  records: Buffer;
  aborted: { producerId: bigint; firstOffset: bigint }[];
}

const fetchKey = 1;
const readCommitted = 1;
/** No fetch session: each request stands alone. */
const noSession = { id: 0, epoch: -1 };
const offsetOutOfRange = 1;
/** The versions that name topics by id and answer in this form, newest first. */
const versions = [fetchV17, fetchV16, fetchV15, fetchV14, fetchV13];

/**
 * One fetch of one partition whose record batches are left as bytes: who folds them decodes them, in a process of its
 * own. `wait` in ms; `bytes` is what the answer may hold, more where a single batch is larger.
 */
export async function rawFetch(
  consumer: Consumer,
  node: number,
  from: { topicId: string; partition: number; offset: number },
  { wait, bytes }: { wait: number; bytes: number },
): Promise<RawAnswer> {
  const connection = (await consumer.connectToBrokers([node])).get(node);
  if (!connection) throw new Error(`No broker has the id ${node}.`);
  const { api: decoding, createRequest } = await versionOf(consumer);
  const api = createAPI<Parameters<typeof createRequest>, RawAnswer>(
    fetchKey,
    decoding.version,
    createRequest,
    (_correlation, _key, _version, reader) => readAnswer(reader),
  );
  const partition = {
    partition: from.partition,
    currentLeaderEpoch: -1,
    fetchOffset: BigInt(from.offset),
    lastFetchedEpoch: -1,
    partitionMaxBytes: bytes,
  };
  const topics = [{ topicId: from.topicId, partitions: [partition] }];
  return api.async(connection, wait, 1, bytes, readCommitted, noSession.id, noSession.epoch, topics, [], "");
}

type FetchVersion = typeof fetchV17;
const known = new WeakMap<Consumer, FetchVersion>();

async function versionOf(consumer: Consumer): Promise<FetchVersion> {
  const before = known.get(consumer);
  if (before !== undefined) return before;
  const fetch = (await consumer.listApis()).find(({ apiKey }) => apiKey === fetchKey);
  const version = versions.find(({ api }) => api.version <= (fetch?.maxVersion ?? 0));
  if (version === undefined) throw new Refusal("log-refused", "Long logs need Kafka 3.1 or newer.");
  known.set(consumer, version);
  return version;
}

/** The answer for the only partition that was asked for. */
function readAnswer(reader: Reader): RawAnswer {
  reader.readInt32(); // throttle time
  const problem = reader.readInt16();
  reader.readInt32(); // session
  const [answer] = reader
    .readArray((topic) => {
      topic.readUUID();
      return topic.readArray(readPartition, true, false);
    })
    .flat();
  if (problem !== 0 || !answer || answer.problem !== 0) throw refusedBy(answer?.problem ?? problem);
  return answer;
}

function readPartition(reader: Reader): RawAnswer & { problem: number } {
  reader.readInt32(); // partition
  const problem = reader.readInt16();
  for (let i = 0; i < 3; i++) reader.readInt64(); // high watermark, last stable offset, log start
  const aborted = reader.readNullableArray((entry) => ({
    producerId: entry.readInt64(),
    firstOffset: entry.readInt64(),
  }));
  reader.readInt32(); // preferred replica
  // Compact: the length is counted from 1, and 0 stands for nothing.
  const size = Math.max(0, reader.readUnsignedVarInt() - 1);
  const records = reader.buffer.slice(reader.position, reader.position + size);
  reader.skip(size);
  reader.readTaggedFields();
  return { problem, records, aborted: aborted ?? [] };
}

/** The refusal of a slice whose records went away while it was read. */
export function trimmed(): Refusal {
  return new Refusal("log-trimmed", "Kafka deleted records of this slice while it was read.");
}

function refusedBy(code: number): Error {
  if (code === offsetOutOfRange) return trimmed();
  return new Error(`Kafka answered a fetch with error ${code}.`);
}
