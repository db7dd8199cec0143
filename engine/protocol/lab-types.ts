import type { LabEvent } from "../labs/lab-event.ts";
import type { LabScreen } from "../labs/lab-screen.ts";
import type { Message } from "../sentences/message.ts";

/** What is read of a learner's lab: its events in order. */
export type LabMessage =
  /**
   * The screen before the event `index`. It is the first message where events are read from the start: those before
   * `index` are no longer kept.
   */
  { kind: "lab-screen"; index: number; screen: LabScreen } | ({ kind: "lab-event" } & LabEvent);

/** A command or a reset is done. Its events have an index below `next`. */
export interface LabHandled {
  kind: "lab-handled";
  next: number;
}

/** `GET /api/labs`: what a lab is, and whether it can run here. */
export interface LabSummary {
  id: string;
  needs: LabNeed[];
  /** The JSON schema of the data of each command. */
  commands: Record<string, object>;
  limits: LabLimits;
}

/** A real system that a lab needs. */
export interface LabNeed {
  /** For programs: `postgres`. */
  service: string;
  /** For people: `PostgreSQL`. */
  title: string;
  running: boolean;
  /** What a start usually takes, in seconds. */
  estimateSeconds: number;
  /** Why it cannot start here, with what to install; null where nothing is known to be in the way. */
  unavailable: Message | null;
}

export interface LabLimits {
  commandsPerMinute: number;
  /** After so long without a command a session is closed. */
  idleSeconds: number;
  /** So many of the newest events are kept; those before them are kept as one screen. */
  events: number;
}
