import type { TopicEvent, TopicSettings } from "../topics/topic-events.ts";
import type { Role, Target } from "./commands.ts";
import type { Contents } from "./facts.ts";

/** A topic whose settings were looked at. `settings`: all of them, the defaults of the broker too. */
export interface AuditedTopic {
  topic: string;
  role: Role;
  partitions: number;
  replicas: number;
  settings: TopicSettings;
}

export type RetentionEvent =
  | TopicEvent
  /** The two topics are made, and what their records will say. */
  | { type: "PairMade"; data: { contents: Contents } }
  | { type: "StreamStarted"; data: { to: Target; everyMs: number } }
  /** `limit`: it stopped by itself, at the limit of records. */
  | { type: "StreamStopped"; data: { to: Target; limit: boolean } }
  | { type: "RecordsDeleted"; data: { topic: string; before: number } }
  | { type: "TopicAudited"; data: AuditedTopic };
