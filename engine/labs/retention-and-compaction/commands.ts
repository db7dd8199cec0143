import { z } from "zod";
import { contents, items, roles, targets } from "./facts.ts";
import { retentionLimits as limits } from "./limits.ts";

const unlimited = z.literal(-1);
const retentionMs = z.union([
  unlimited,
  z.number().int().min(limits.leastRetentionMilliseconds).max(limits.mostRetentionMilliseconds),
]);
const retentionBytes = z.union([
  unlimited,
  z.number().int().min(limits.leastRetentionBytes).max(limits.mostRetentionBytes),
]);
const segmentMs = z.number().int().min(limits.leastSegmentMilliseconds).max(limits.mostSegmentMilliseconds);

/** What can be asked of the lab, by type. */
export const retentionCommands = {
  /** Makes the topic, in the place of the one that was there. */
  MakeLog: z.strictObject({ retentionMs, retentionBytes, segmentMs }),
  ChangeRetention: z.strictObject({ retentionMs, retentionBytes }),
  /** Deletes all records of the log before the offset. */
  DeleteRecords: z.strictObject({ before: z.number().int().min(0).max(1_000_000) }),
  /** Makes both topics, in the place of those that were there. */
  MakePair: z.strictObject({
    contents: z.enum(contents),
    segmentMs,
    deleteRetentionMs: z.number().int().min(0).max(600_000),
    minCleanableDirtyRatio: z.number().min(0).max(1),
  }),
  /** One event each so many ms, until `StopStream` or the limit. */
  StartStream: z.strictObject({ to: z.enum(targets), everyMs: z.number().int().min(250).max(5_000) }),
  StopStream: z.strictObject({ to: z.enum(targets) }),
  /** One record into both topics; the value null is a tombstone. */
  AppendToPair: z.strictObject({
    item: z.enum(items),
    value: z.number().int().min(-1_000).max(1_000).nullable(),
  }),
  /** Reads the real settings of a topic that the learner may read. */
  AuditTopic: z.strictObject({ topic: z.string().min(1).max(100), role: z.enum(roles) }),
  LookAgain: z.strictObject({}),
};

type Commands = typeof retentionCommands;
export type RetentionCommand = {
  [Type in keyof Commands]: { type: Type; data: z.infer<Commands[Type]> };
}[keyof Commands];
