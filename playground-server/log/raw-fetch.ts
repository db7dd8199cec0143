import {
  type Consumer,
  createAPI,
  fetchV13,
  fetchV14,
  fetchV15,
  fetchV16,
  fetchV17,
  ProtocolError,
  type Reader,
} from "@platformatic/kafka";
import { Refusal, refusalDetail } from "../errors.ts";

/** One partition to fetch from. */
export interface FetchFrom {
  topicId: string;
  partition: number;
  offset: number;
}

/** What a broker answers for one partition, its record batches as they came over the wire. */
export interface RawAnswer {
  topicId: string;
  partition: number;
  records: Buffer;
  aborted: { producerId: bigint; firstOffset: bigint }[];
}

const fetchKey = 1;
const readCommitted = 1;
/** No fetch session: each request is independent. */
const noSession = { id: 0, epoch: -1 };
/** What one answer holds of all its partitions, in bytes. */
const answerBytes = 10 * 1024 * 1024;
/** The versions that name topics by id and answer in this form, newest first. */
const versions = [fetchV17, fetchV16, fetchV15, fetchV14, fetchV13];

/**
 * One fetch from one broker whose record batches are left as bytes: their checksums cover the bytes, and who folds a
 * long log decodes them in a process of its own. `wait` in ms; `bytes` is what the answer may hold of a partition, more
 * where a single batch is larger. Throws where the broker refuses any of the partitions.
 */
export async function rawFetch(
  consumer: Consumer,
  node: number,
  from: FetchFrom[],
  { wait, bytes }: { wait: number; bytes: number },
): Promise<RawAnswer[]> {
  const connection = (await consumer.connectToBrokers([node])).get(node);
  if (!connection) throw new Error(`No broker has the id ${node}.`);
  const { api: decoding, createRequest } = await versionOf(consumer);
  const api = createAPI<Parameters<typeof createRequest>, RawAnswer[]>(
    fetchKey,
    decoding.version,
    createRequest,
    (_correlation, _key, _version, reader) => readAnswers(reader),
  );
  const topics = [...Map.groupBy(from, ({ topicId }) => topicId)].map(([topicId, partitions]) => ({
    topicId,
    partitions: partitions.map(({ partition, offset }) => ({
      partition,
      currentLeaderEpoch: -1,
      fetchOffset: BigInt(offset),
      lastFetchedEpoch: -1,
      partitionMaxBytes: bytes,
    })),
  }));
  const most = Math.min(bytes * from.length, answerBytes);
  return api.async(connection, wait, 1, most, readCommitted, noSession.id, noSession.epoch, topics, [], "");
}

type FetchVersion = typeof fetchV17;
const known = new WeakMap<Consumer, FetchVersion>();

async function versionOf(consumer: Consumer): Promise<FetchVersion> {
  const before = known.get(consumer);
  if (before !== undefined) return before;
  const fetch = (await consumer.listApis()).find(({ apiKey }) => apiKey === fetchKey);
  const version = versions.find(({ api }) => api.version <= (fetch?.maxVersion ?? 0));
  if (version === undefined) throw new Refusal("log-refused", refusalDetail("kafka-too-old"));
  known.set(consumer, version);
  return version;
}

function readAnswers(reader: Reader): RawAnswer[] {
  reader.readInt32(); // throttle time
  const problem = reader.readInt16();
  reader.readInt32(); // session
  const answers = reader
    .readArray((topic) => {
      const topicId = topic.readUUID();
      return topic.readArray((partition) => readPartition(partition, topicId), true, false);
    })
    .flat();
  for (const code of [problem, ...answers.map((answer) => answer.problem)]) {
    if (code !== 0) throw new ProtocolError(code);
  }
  return answers;
}

function readPartition(reader: Reader, topicId: string): RawAnswer & { problem: number } {
  const partition = reader.readInt32();
  const problem = reader.readInt16();
  for (let i = 0; i < 3; i++) reader.readInt64(); // high watermark, last stable offset, log start
  const aborted = reader.readNullableArray((entry) => ({
    producerId: entry.readInt64(),
    firstOffset: entry.readInt64(),
  }));
  reader.readInt32(); // preferred replica
  // Compact: the length is counted from 1, and 0 means null.
  const size = Math.max(0, reader.readUnsignedVarInt() - 1);
  const records = reader.buffer.slice(reader.position, reader.position + size);
  reader.skip(size);
  reader.readTaggedFields();
  return { topicId, partition, problem, records, aborted: aborted ?? [] };
}
