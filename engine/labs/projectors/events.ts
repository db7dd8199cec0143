import type { TopicEvent } from "../topics/topic-events.ts";
import type { CrashResult, ProjectorStep, StepOrder } from "./step-orders.ts";

/** `killAfter`: after so many steps of the first record the process is killed; null where it may run to the end. */
export interface ProjectorRun {
  order: StepOrder;
  killAfter: number | null;
}

/** What PostgreSQL and Kafka hold now. */
export interface CountedView {
  order: StepOrder;
  /** Orders by customer, from the table. */
  rows: { customer: string; orders: number }[];
  /** The next offset, from the group or from the table. */
  position: number;
  /** The topic's end when it was counted, and what the fold of the log up to it counts. */
  end: number;
  folded: number;
}

/** One crash and the restart after it, on an empty view. */
export interface CrashTry {
  order: StepOrder;
  killAfter: number;
  counted: number;
  folded: number;
  result: CrashResult;
}

export type ProjectorsEvent =
  | TopicEvent
  | { type: "ProjectorStarted"; data: ProjectorRun & { from: number; to: number } }
  | { type: "StepDone"; data: { offset: number; step: ProjectorStep | "read" } }
  /** `killed`: by SIGKILL, at the chosen point. `failed`: it ended by itself before the end of the log. */
  | { type: "ProjectorStopped"; data: { reason: "end" | "killed" | "failed" } }
  | { type: "ViewCounted"; data: CountedView }
  | { type: "CrashPointsStarted"; data: Record<string, never> }
  | { type: "CrashPointTried"; data: CrashTry };
