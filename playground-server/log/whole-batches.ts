import { crc32c } from "@platformatic/kafka";
import { joinMessages, verbatimMessage } from "../../engine/sentences/message.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { type BatchHeader, readHeader } from "./record-batch.ts";

/** Where the checksum is in a batch, and the first byte that it covers: the attributes, with all that follows. */
const checksumAt = 17;
const coveredFrom = 21;

/** One partition of a topic. */
export interface PartitionName {
  topic: string;
  partition: number;
}

/**
 * The whole record batches (format 2) in these bytes, each with its header. A broker verifies the CRC-32C of a batch
 * when it is written, and not when it is read, so it is verified here: throws `log-corrupt` where the first batch does
 * not match. A damaged one after it is left for the next fetch, as is one that the bytes hold in part: what comes before
 * it can be read.
 */
export function* wholeBatches(
  bytes: Buffer,
  name: PartitionName,
): Generator<{ header: BatchHeader; batch: Buffer }, void> {
  for (let at = 0; ; ) {
    const found = batchAt(bytes, at, name);
    if (found instanceof Refusal && at === 0) throw found;
    if (!found || found instanceof Refusal) return;
    yield found;
    at += found.header.bytes;
  }
}

/** The batch at `at`, null where the bytes end before it does, or why it cannot be read. */
function batchAt(
  bytes: Buffer,
  at: number,
  { topic, partition }: PartitionName,
): { header: BatchHeader; batch: Buffer } | Refusal | null {
  let header: BatchHeader | null;
  try {
    header = readHeader(bytes, at);
  } catch (error) {
    const { message } = error as Error;
    const damaged = refusalDetail("batch-header-damaged", { partition: `${topic}-${partition}` });
    return new Refusal("log-corrupt", joinMessages(damaged, verbatimMessage(message)));
  }
  if (!header) return null;
  const batch = bytes.subarray(at, at + header.bytes);
  if (crc32c(batch.subarray(coveredFrom)) === batch.readUInt32BE(checksumAt)) return { header, batch };
  return new Refusal(
    "log-corrupt",
    refusalDetail("batch-checksum-wrong", {
      offset: header.firstOffset,
      partition: `${topic}-${partition}`,
    }),
  );
}
