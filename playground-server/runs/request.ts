import { randomUUID } from "node:crypto";
import type { RawRecord } from "../../engine/fold/event.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import type { GivenLog, RunBody } from "../../engine/protocol/requests.ts";
import { limits } from "../../engine/sandbox/limits.ts";
import type { RunRequest } from "../../engine/sandbox/run.ts";
import type { Exercise } from "../../exercises/shelf.ts";
import { Refusal } from "../errors.ts";
import type { SliceBounds, SliceRead, SliceRequest } from "../log/slice.ts";
import { readableTopic } from "../log/topic-names.ts";

/** Up to here a run keeps every step; longer logs have to be read in parts. */
export const runBounds: SliceBounds = { records: limits.traceRecords, characters: 8 * 1024 * 1024 };
const defaultSeed = 0;

/** A run as the engine takes it, its records read from Kafka where the request names a topic. */
export async function runRequest(
  body: RunBody,
  learner: string,
  exercise: Exercise | null,
  read: (slice: SliceRequest) => Promise<SliceRead>,
): Promise<RunRequest> {
  const commands = body.commands ?? exercise?.commands;
  return {
    runId: randomUUID(),
    source: body.source,
    entry: body.entry ?? exercise?.entry ?? { kind: "reducer" },
    scope: body.log?.scope ?? exercise?.scope ?? "all",
    seed: body.seed ?? defaultSeed,
    ...(commands && { commands }),
    ...(body.args && { args: body.args }),
    ...(await recordsOf(body, learner, exercise, read)),
  };
}

async function recordsOf(
  { log }: RunBody,
  learner: string,
  exercise: Exercise | null,
  read: (slice: SliceRequest) => Promise<SliceRead>,
): Promise<SliceRead> {
  if (!log) {
    if (!exercise) throw new Refusal("log-missing");
    return read(exercise.slice);
  }
  if ("records" in log) return given(log);
  const topic = readableTopic(log.topic, learner);
  if ("partition" in log) {
    const { partition, from, to } = log;
    return read({ topic, partitions: [{ partition, from, to }] });
  }
  return read({ topic, ...(log.partitions && { partitions: log.partitions }) });
}

/** Records that came with the request, placed at `given-0@index` unless they say where they lie. */
function given({ records }: GivenLog): SliceRead {
  const placed = records.map(
    ({ key, event, position, timestamp, headers }, offset): RawRecord => ({
      position: position ?? { topic: "given", partition: 0, offset },
      timestamp: timestamp ?? 0,
      key,
      headers: headers ?? {},
      value: JSON.stringify(event),
    }),
  );
  return { records: placed, slice: sliceAround(placed) };
}

/** The smallest slice that holds these records. */
function sliceAround(records: RawRecord[]): Slice {
  const ranges = new Map<number, { partition: number; from: number; to: number }>();
  for (const { position } of records) {
    const { partition, offset } = position;
    const range = ranges.get(partition);
    ranges.set(partition, {
      partition,
      from: Math.min(range?.from ?? offset, offset),
      to: Math.max(range?.to ?? 0, offset + 1),
    });
  }
  if (records.length === 0) ranges.set(0, { partition: 0, from: 0, to: 0 });
  const partitions = [...ranges.values()].sort((a, b) => a.partition - b.partition);
  return { topic: records[0]?.position.topic ?? "given", partitions };
}
