import type { Position, RawRecord } from "../../../engine/fold/event.ts";
import type { Json } from "../../../engine/fold/json.ts";
import type { Slice } from "../../../engine/fold/trace.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import { Refusal, refusalDetail } from "../../errors.ts";
import type { Lane, LaneStop } from "./lane.ts";
import { longLimits } from "./limits.ts";
import type { LongFold } from "./long-fold.ts";

/** Reads the records of a slice, in fold order. */
export type ReadSlice = (slice: Slice) => Promise<RawRecord[]>;

/** A part of a long fold that can be folded again in the trace lane, step by step. */
export interface Window {
  request: RunRequest;
  /** The state the fold lane had after the window, where the window ends at a keyframe; undefined elsewhere. */
  expected: Json | undefined;
  /** Records folded before it; unknown for a window of one key. */
  folded: number | null;
}

/**
 * The window around a position: from the keyframe before it up to the next one. In a fold by key it holds the records
 * of that record's key, since no other record changes its state.
 */
export async function windowAround(
  fold: LongFold,
  { partition, offset }: Pick<Position, "partition" | "offset">,
  read: ReadSlice,
): Promise<Window> {
  const lane = fold.laneOf(partition);
  if (!lane) throw new Refusal("slice-invalid", refusalDetail("fold-without-partition", { partition }));
  const place = lane.partitions.indexOf(partition);
  const from = fold.slice.partitions.find((part) => part.partition === partition)?.from ?? 0;
  if (offset < from || offset >= (lane.next[place] as number)) {
    const detail = refusalDetail("offsets-of-fold", { from, to: lane.next[place] as number });
    throw new Refusal("slice-invalid", detail);
  }
  const frame = lane.keyframes.frameBefore(place, offset);
  const until = lane.keyframes.frames[frame + 1]?.next ?? lane.next;
  const atFrame = frame + 1 < lane.keyframes.frames.length;
  const records = await read(sliceBetween(fold, lane, frame, until));
  return windowOf(fold, lane, { frame, records, at: atFrame ? frame + 1 : null, around: offset, place });
}

/** The window from the last keyframe up to where a lane stopped. */
export async function windowBefore(
  fold: LongFold,
  lane: Lane,
  { next, at }: Pick<LaneStop, "next" | "at">,
  read: ReadSlice,
): Promise<Window> {
  const frame = lane.keyframes.frames.length - 1;
  const records = await read(sliceBetween(fold, lane, frame, next));
  const place = lane.partitions.indexOf(at?.partition ?? -1);
  return windowOf(fold, lane, { frame, records, at: null, around: at?.offset ?? null, place });
}

async function windowOf(
  fold: LongFold,
  lane: Lane,
  part: { frame: number; records: RawRecord[]; at: number | null; around: number | null; place: number },
): Promise<Window> {
  const { input } = fold;
  const { frame, at, around } = part;
  const partition = lane.partitions[part.place];
  const middle = part.records.find(
    ({ position }) => position.offset === around && position.partition === partition,
  );
  const keyed = input.scope === "by-key" && middle !== undefined;
  const key = keyed ? (middle.key ?? "") : null;
  const records = keyed ? part.records.filter((record) => (record.key ?? "") === key) : part.records;
  const keys = input.scope === "all" ? [""] : [...new Set(records.map((record) => record.key ?? ""))];
  const from = frame < 0 ? undefined : await stateOf(fold, lane, frame, keys);
  return {
    request: {
      ...input,
      runId: "window",
      slice: { topic: fold.slice.topic, partitions: rangesOf(records, fold.slice) },
      records,
      twice: false,
      ...(from !== undefined && { from }),
    },
    expected: at === null ? undefined : await stateOf(fold, lane, at, keys),
    folded: keyed ? null : (lane.keyframes.frames[frame]?.folded ?? 0),
  };
}

/** The states of these keys at a frame in the shape of a trace's state; undefined where none had begun. */
async function stateOf(fold: LongFold, lane: Lane, frame: number, keys: string[]): Promise<Json | undefined> {
  const { scope, entry } = fold.input;
  const views = new Map<string, [string, Json][]>();
  for (const view of new Set([...lane.keyframes.names()].map((name) => name.view))) {
    const parts: [string, Json][] = [];
    views.set(view, parts);
    for (const key of keys) {
      const json = await lane.keyframes.stateAt(frame, view, key);
      if (json !== null) parts.push([key, JSON.parse(json) as Json]);
    }
  }
  const states = [...views].map(([view, parts]): [string, Json | undefined] => [
    view,
    scope === "all" ? parts[0]?.[1] : Object.fromEntries(parts),
  ]);
  const begun = states.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  if (entry.kind === "projector") return begun.length > 0 ? Object.fromEntries(begun) : undefined;
  return begun[0]?.[1];
}

function sliceBetween(fold: LongFold, lane: Lane, frame: number, until: number[]): Slice {
  const partitions = lane.partitions.map((partition, place) => {
    const whole = fold.slice.partitions.find((part) => part.partition === partition);
    const from = lane.keyframes.frames[frame]?.next[place] ?? whole?.from ?? 0;
    return { partition, from, to: Math.max(from, until[place] ?? from) };
  });
  const count = partitions.reduce((total, { from, to }) => total + to - from, 0);
  if (count > longLimits.windowRecords) {
    throw new Refusal("slice-too-long", refusalDetail("records-between-states", { count }));
  }
  return { topic: fold.slice.topic, partitions };
}

/** The smallest ranges that hold these records. */
function rangesOf(records: RawRecord[], slice: Slice): Slice["partitions"] {
  return slice.partitions.flatMap(({ partition }) => {
    const offsets = records.flatMap(({ position }) =>
      position.partition === partition ? [position.offset] : [],
    );
    if (offsets.length === 0) return [];
    // In each partition the records stand in offset order.
    return [{ partition, from: offsets[0] as number, to: (offsets.at(-1) as number) + 1 }];
  });
}
