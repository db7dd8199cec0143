import { z } from "zod";
import type { Batch } from "../../../engine/fold/batch.ts";
import { verdicts } from "../../../engine/fold/trace.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";

/** What the process of a fold lane is told, one JSON line each. Lanes are numbered; each has a guest of its own. */
export type LaneRequest =
  | { kind: "open"; lane: number; input: LaneInput }
  /** Folds the batch, and writes a keyframe after it where one is due: `spacing` records after the last at the earliest. */
  | { kind: "fold"; lane: number; batch: Batch; spacing: number }
  /** Writes a keyframe now. */
  | { kind: "close"; lane: number };

const count = z.number().int().nonnegative();
const lane = count;

/** A verdict of the learner's code; not one of ours, such as `busy`. */
const stop = z.strictObject({
  verdict: z.enum(verdicts),
  message: z.string().max(20_000),
  source: z
    .strictObject({ line: z.number().int(), column: z.number().int(), frame: z.string().max(10_000) })
    .optional(),
});

const state = z.strictObject({
  view: z.string().max(200),
  key: z.string().max(1_000_000),
  json: z.string(),
});

const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  z.strictObject({ kind: z.literal("opened"), lane }),
  /** States of a keyframe; the `folded` or `closed` after them completes it. */
  z.strictObject({ kind: z.literal("states"), lane, states: z.array(state) }),
  z.strictObject({ kind: z.literal("folded"), lane, folded: count, skipped: count, keyframe: z.boolean() }),
  z.strictObject({ kind: z.literal("closed"), lane }),
  /** The lane stopped: before its first record, in the batch at record `at`, or (null) at a keyframe after it. */
  z.strictObject({ kind: z.literal("stopped"), lane, stop, at: count.nullable() }),
]);

export type LaneAnswer = z.infer<typeof answer>;

/** Reads one line of a lane's process; null when it is not what the process should say. */
export function readLaneAnswer(line: string): LaneAnswer | null {
  try {
    const result = answer.safeParse(JSON.parse(line));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
