import { columnarBatchOf } from "../../fold/columnar-batch.ts";
import type { LongParts } from "../../long-fold/long-fold.ts";
import type { LongLog } from "../../long-fold/long-log.ts";
import type { Failure } from "../../sandbox/fold-failures.ts";
import { FoldLane, type LaneInput } from "../../sandbox/fold-lane.ts";
import type { IntervalCost, ReplayCostEvent, RestartPoint } from "./events.ts";
import { type KeptState, KeptStates } from "./kept-states.ts";

type Emit = (event: ReplayCostEvent) => void;

/** Points of the line of the whole fold, and restarts of each interval, at most. */
const points = 40;
const restarts = 10;
const recordsPerBatch = 500;

/** What ends a measurement before its end. */
class Stopped extends Error {}

/** The code, the log, and what they are folded with. */
interface Measured {
  parts: Pick<LongParts, "wasm" | "now" | "pause">;
  input: LaneInput;
  log: LongLog;
}

/** Records from one snapshot to the next that are measured on a log of `count` records: a thousandth, a hundredth, a tenth. */
export function intervalsFor(count: number): number[] {
  return [...new Set([1_000, 100, 10].map((part) => Math.max(1, Math.round(count / part))))];
}

/**
 * Folds the log once without snapshots and once for each interval with them, and emits what each took. Only one batch of
 * records is in memory at a time. Times are those of the folding and of reading and writing snapshots: making the records
 * is not in them. Returns why the code stopped; null where it came to the end.
 */
export async function measureReplay(
  measured: Measured,
  intervals: number[],
  emit: Emit,
): Promise<string | null> {
  try {
    await foldWhole(measured, emit);
    for (const interval of intervals) await foldWithSnapshots(measured, interval, emit);
    return null;
  } catch (error) {
    if (error instanceof Stopped) return error.message;
    throw error;
  }
}

async function foldWhole(measured: Measured, emit: Emit): Promise<void> {
  const { count } = measured.log;
  const lane = await openLane(measured);
  try {
    let milliseconds = 0;
    emit({ type: "LogFolded", data: { records: 0, milliseconds } });
    for (const records of evenPlaces(count, points)) {
      const from = evenPlaceBefore(count, points, records);
      milliseconds += await foldPart(measured, lane, from, records);
      emit({ type: "LogFolded", data: { records, milliseconds } });
    }
  } finally {
    lane.dispose();
  }
}

async function foldWithSnapshots(measured: Measured, interval: number, emit: Emit): Promise<void> {
  const { log, parts } = measured;
  const snapshots = Math.floor(log.count / interval);
  const restartAfter = new Set(evenPlaces(snapshots, restarts).filter((n) => n > 1));
  const cost: IntervalCost = {
    interval,
    snapshots,
    writtenBytes: 0,
    keptBytes: 0,
    writeMilliseconds: 0,
    restarts: [],
    agrees: true,
  };
  const lane = await openLane(measured);
  const kept = new KeptStates();
  let lastReport = parts.now();
  try {
    for (let n = 1; n <= snapshots; n++) {
      const [from, to] = [(n - 1) * interval, n * interval];
      await foldPart(measured, lane, from, to);
      const before = restartAfter.has(n) ? kept.list() : null;
      const since = parts.now();
      const written = lane.keyframe();
      cost.writeMilliseconds += parts.now() - since;
      if (!Array.isArray(written)) throw new Stopped(written.message);
      cost.writtenBytes += kept.add(written);
      if (before) {
        const { point, states } = await restart(measured, before, from, to);
        cost.restarts.push(point);
        const now = new Map(kept.list().map(({ view, key, json }) => [`${view}\0${key}`, json]));
        cost.agrees &&= states.every(({ view, key, json }) => now.get(`${view}\0${key}`) === json);
      }
      if (parts.now() - lastReport < progressInterval && n < snapshots) continue;
      lastReport = parts.now();
      emit({ type: "SnapshotsProgressed", data: { interval, records: to } });
    }
  } finally {
    lane.dispose();
  }
  emit({ type: "IntervalMeasured", data: { ...cost, keptBytes: kept.bytes } });
}

/** In ms. */
const progressInterval = 250;

/** A new instance of the code that reads a snapshot and folds the records from there on. */
async function restart(
  measured: Measured,
  snapshot: KeptState[],
  from: number,
  to: number,
): Promise<{ point: RestartPoint; states: KeptState[] }> {
  const { now } = measured.parts;
  const lane = await openLane(measured);
  try {
    const since = now();
    const failure = lane.restore(snapshot);
    const readMilliseconds = now() - since;
    if (failure) throw new Stopped(failure.message);
    const milliseconds = readMilliseconds + (await foldPart(measured, lane, from, to));
    const written = lane.keyframe();
    if (!Array.isArray(written)) throw new Stopped(written.message);
    const states = new KeptStates();
    states.add(written);
    return { point: { records: to, milliseconds, readMilliseconds }, states: states.list() };
  } finally {
    lane.dispose();
  }
}

async function openLane({ parts, input }: Measured): Promise<FoldLane> {
  const lane: FoldLane | Failure = await FoldLane.open(parts.wasm, input);
  if (!(lane instanceof FoldLane)) throw new Stopped(lane.message);
  return lane;
}

/** Folds the records from place `from` up to `to`. Resolves to the milliseconds that the folding took. */
async function foldPart({ parts, log }: Measured, lane: FoldLane, from: number, to: number): Promise<number> {
  let milliseconds = 0;
  for (let next = from; next < to; next += recordsPerBatch) {
    const records = await log.read(next, Math.min(to, next + recordsPerBatch));
    const batch = columnarBatchOf(log.slice.topic, records);
    const since = parts.now();
    const end = lane.fold(batch);
    milliseconds += parts.now() - since;
    if ("stop" in end) throw new Stopped(end.stop.message);
  }
  await parts.pause();
  return milliseconds;
}

/** At most `most` places from 1 to `count`, evenly spread, the last of them `count`. */
function evenPlaces(count: number, most: number): number[] {
  const places = Math.min(count, most);
  return Array.from({ length: places }, (_, n) => Math.round(((n + 1) * count) / places));
}

function evenPlaceBefore(count: number, most: number, place: number): number {
  return evenPlaces(count, most).findLast((other) => other < place) ?? 0;
}
