import { randomUUID } from "node:crypto";
import type { RawRecord } from "../../engine/fold/event.ts";
import type { Entry, Slice } from "../../engine/fold/trace.ts";
import type { GivenLog, RunBody } from "../../engine/protocol/request-types.ts";
import { limits } from "../../engine/sandbox/limits.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import type { Exercise } from "../../exercises/catalog.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { logLimits } from "../log/limits.ts";
import type { SliceBounds, SliceRead, SliceRequest } from "../log/slice-reader.ts";
import { readableTopic } from "../log/topic-names.ts";
import type { LongRequest } from "./fold-lane/long-log-runs.ts";

/** Up to here a run is a trace with every step; longer logs are folded in the fold lane. */
export const runBounds: SliceBounds = { records: limits.traceRecords, characters: logLimits.sliceCharacters };
const defaultSeed = 0;

/** What a request needs of the log. */
export interface RequestLog {
  read(slice: SliceRequest, bounds: SliceBounds): Promise<SliceRead>;
  measure(slice: SliceRequest): Promise<Slice>;
}

/**
 * A run as the engine takes it, its records read from Kafka where the request names a topic. Reducers and projectors
 * over a slice that is too long for the trace lane give a long run; other entries throw `slice-too-long`.
 */
export async function readRunRequest(
  body: RunBody,
  learner: string,
  exercise: Exercise | null,
  log: RequestLog,
): Promise<RunRequest | LongRequest> {
  const commands = body.commands ?? exercise?.commands;
  const common = {
    runId: randomUUID(),
    source: body.source,
    entry: body.entry ?? exercise?.entry ?? { kind: "reducer" },
    scope: body.log?.scope ?? exercise?.scope ?? "all",
    seed: body.seed ?? defaultSeed,
    ...(body.breakpoint !== undefined && { breakpoint: body.breakpoint }),
    ...(body.watches && { watches: body.watches }),
    ...(body.from !== undefined && { from: body.from }),
  };
  const asked = sliceAsked(body, learner, exercise);
  if (body.from !== undefined && "topic" in asked)
    throw new Refusal("request-invalid", refusalDetail("state-without-records"));
  try {
    return {
      ...common,
      ...(commands && { commands }),
      ...(body.args && { args: body.args }),
      ...("topic" in asked ? await log.read(asked, runBounds) : readGivenRecords(asked)),
    };
  } catch (error) {
    const tooLong = error instanceof Refusal && error.code === "slice-too-long" && "topic" in asked;
    if (!tooLong || !foldable.includes(common.entry.kind)) throw error;
    return { ...common, slice: await log.measure(asked) };
  }
}

/** Entries that fold record by record and hold nothing but their state. */
const foldable: Entry["kind"][] = ["reducer", "projector"];

/** The slice a request names, with the topic's full name; or the records that came with it. */
function sliceAsked({ log }: RunBody, learner: string, exercise: Exercise | null): SliceRequest | GivenLog {
  if (!log) {
    if (!exercise) throw new Refusal("log-missing");
    return exercise.slice;
  }
  if ("records" in log) return log;
  const topic = readableTopic(log.topic, learner);
  if ("partition" in log) {
    const { partition, from, to } = log;
    return { topic, partitions: [{ partition, from, to }] };
  }
  return { topic, ...(log.partitions && { partitions: log.partitions }) };
}

/** Records that came with the request, placed at `given-0@index` unless they say where they lie. */
function readGivenRecords({ records }: GivenLog): SliceRead {
  const placed = records.map(
    (record, offset): RawRecord => ({
      position: record.position ?? { topic: "given", partition: 0, offset },
      timestamp: record.timestamp ?? 0,
      key: record.key,
      headers: record.headers ?? {},
      value: "value" in record ? record.value : JSON.stringify(record.event),
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
