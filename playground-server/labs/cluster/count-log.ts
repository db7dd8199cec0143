import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { replicaFetchWaitMs } from "../../../services/kafka/three-brokers/cluster-properties.ts";
import type { SliceReader } from "../../log/slice-reader.ts";

/** A record that followers have not copied yet is not shown to readers: it appears within two of their fetches. */
const settleMs = replicaFetchWaitMs * 3;
/** Within this a new leader is chosen, where there can be one. */
const patienceMs = 15_000;
const bounds = { records: 200_000, characters: 20_000_000 };

/**
 * How often each number of a run is in the log, once two looks in a row see the same and readers see all that can be
 * seen. Throws the last refusal where the partition cannot be read for 15 seconds.
 */
export async function countLog(
  reader: SliceReader,
  { topic, partition, run, count }: { topic: string; partition: number; run: number; count: number },
  signal: AbortSignal,
): Promise<number[]> {
  const deadline = Date.now() + patienceMs;
  let before: number[] | null = null;
  for (;;) {
    try {
      const { records } = await reader.read({ topic, partitions: [{ partition }] }, bounds);
      const copies = new Array<number>(count).fill(0);
      for (const { value } of records) {
        const sent = JSON.parse(value ?? "{}") as { run?: number; n?: number };
        if (sent.run === run && sent.n !== undefined && sent.n < count)
          copies[sent.n] = (copies[sent.n] ?? 0) + 1;
      }
      if (isDeepStrictEqual(copies, before)) return copies;
      before = copies;
    } catch (error) {
      before = null;
      if (Date.now() > deadline) throw error;
    }
    await sleep(settleMs, undefined, { signal });
  }
}
