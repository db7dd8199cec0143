import type { Slice } from "../../../engine/fold/trace.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import { openLog } from "../../log/open-log.ts";
import { noKafka, silentLogger } from "../../testing/test-playground.ts";

/** How many records the run has. */
export const count = 22;

/** A run over records that come with it. */
export function sampleRunRequest(source: string): RunRequest {
  const slice = { topic: "t", partitions: [{ partition: 0, from: 0, to: count }] };
  const records = Array.from({ length: count }, (_, offset) => ({
    position: { topic: "t", partition: 0, offset },
    timestamp: 0,
    key: "k",
    headers: {},
    value: JSON.stringify({ type: "Counted", data: { offset } }),
  }));
  return { runId: "r", source, entry: { kind: "reducer" }, scope: "all", records, slice, seed: 1 };
}

const log = openLog(noKafka, { perSession: 1, perAddress: 1, inAll: 1, idle: 1 }, silentLogger);

/** Where a runner without Kafka would read the records of long folds. */
export const noRecords = {
  stream: (slice: Slice) => log.stream(slice),
  read: async () => Promise.reject(new Error("Nothing here is long.")),
};
