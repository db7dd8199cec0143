import { z } from "zod";
import { verdicts } from "../../../engine/fold/trace.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import { sentences } from "../sentences-schema.ts";
import { watchResults } from "../watch-results-schema.ts";
import type { Frame } from "./length-prefixed-frames.ts";

/** What the process of fold lanes is told, each in a frame. Lanes are numbered; each has a guest of its own. */
export type LaneRequest =
  | {
      kind: "open";
      lane: number;
      input: LaneInput;
      topic: string;
      partitions: { partition: number; from: number; to: number }[];
    }
  /** Record batches of the partition at this place of the lane, in the frame's body. */
  | { kind: "part"; lane: number; place: number }
  /** Nothing more follows of that partition. When all have ended, the lane writes its last keyframe and closes. */
  | { kind: "end"; lane: number; place: number }
  /** The log cannot be read any further: the lane writes its last keyframe after what it has folded, and closes. */
  | { kind: "finish"; lane: number }
  /** Records from one keyframe to the next at the least. */
  | { kind: "spacing"; lane: number; spacing: number };

const count = z.number().int().nonnegative();
const offsets = z.array(count);
const lane = count;

const stop = z.strictObject({
  verdict: z.enum(verdicts),
  message: z.string().max(20_000),
  sentences,
  source: z
    .strictObject({ line: z.number().int(), column: z.number().int(), frame: z.string().max(10_000) })
    .optional(),
});

const name = z.tuple([z.string().max(200), z.string().max(1_000_000)]);

/** What it answers, each in a frame. `next` holds the next offset of each of the lane's partitions. */
const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  /** So far, from the start; `used` are the parts of each partition that were used up since the last answer. */
  z.strictObject({
    kind: z.literal("folded"),
    lane,
    next: offsets,
    folded: count,
    skipped: count,
    used: offsets,
  }),
  /**
   * States that changed since the keyframe before; the `keyframe` after them completes it. The body holds their JSON,
   * `bytes` its lengths; the rest as in `WrittenStates`.
   */
  z.strictObject({ kind: z.literal("states"), lane, names: z.array(name), numbers: offsets, bytes: offsets }),
  /** Where the breakpoint began to hold, and how many events the lane had folded before. */
  z.strictObject({
    kind: z.literal("break"),
    lane,
    partition: count,
    offset: count,
    before: count,
  }),
  /** What the watches gave after this record. */
  z.strictObject({ kind: z.literal("sample"), lane, partition: count, offset: count, watched: watchResults }),
  z.strictObject({ kind: z.literal("keyframe"), lane, next: offsets, folded: count, skipped: count }),
  z.strictObject({ kind: z.literal("closed"), lane }),
  /** The learner's code stopped the lane: at this record, `next` being after it; or (null) in one of those before `next`. */
  z.strictObject({
    kind: z.literal("stopped"),
    lane,
    stop,
    next: offsets,
    at: z.strictObject({ partition: count, offset: count }).nullable(),
  }),
]);

export type LaneAnswer = z.infer<typeof answer>;

/** Reads what a lane's process says; null when it is not what it should say. */
export function readLaneAnswer({ header, body }: Frame): LaneAnswer | null {
  const result = answer.safeParse(header);
  if (!result.success) return null;
  const message = result.data;
  if (message.kind !== "states") return body.length === 0 ? message : null;
  const bytes = message.bytes.reduce((sum, length) => sum + length, 0);
  return bytes === body.length && message.bytes.length === message.numbers.length ? message : null;
}
