import type { TopicEvent } from "../topics/topic-events.ts";
import type { Effect } from "./projector.ts";

/** One record that the mailer has read, and what became of the effects that the projector returned for it. */
export interface MailerStep {
  offset: number;
  type: string | null;
  effects: Effect[];
  /** Whether the group had read this record before: then the projector is being rebuilt. */
  rebuild: boolean;
  /** Whether the position guard has stopped the effects. */
  held: boolean;
}

export interface MailerRun {
  guard: boolean;
  replay: boolean;
  /** The first offset that it reads, and the one after the last. */
  from: number;
  to: number;
}

export type ReplayedEffectsEvent =
  | TopicEvent
  | { type: "MailerStarted"; data: MailerRun }
  | { type: "RecordProjected"; data: MailerStep }
  /** `failed`: Kafka did not do what it was asked, or the lab was closed. */
  | { type: "MailerStopped"; data: { reason: "end" | "failed" } };
