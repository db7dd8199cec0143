import type { TopicEvent, TopicSettings } from "../topics/topic-events.ts";
import type { Contents, Role, Target } from "./facts.ts";

/** A topic whose settings were looked at. `settings`: all of them, the defaults of the broker too. */
export interface AuditedTopic {
  topic: string;
  role: Role;
  partitions: number;
  replicas: number;
  settings: TopicSettings;
}

/** Why a stream of events stopped: a learner asked, it reached the limit of records, or Kafka took no more of them. */
export type StreamStopReason = "asked" | "limit" | "failed";

export type RetentionEvent =
  | TopicEvent
  /** The two topics are made, and what their records will say. */
  | { type: "PairMade"; data: { contents: Contents } }
  | { type: "StreamStarted"; data: { to: Target; everyMs: number } }
  | { type: "StreamStopped"; data: { to: Target; reason: StreamStopReason } }
  | { type: "RecordsDeleted"; data: { topic: string; before: number } }
  | { type: "TopicAudited"; data: AuditedTopic };
