import type { TraceMessage } from "../../engine/fold/trace.ts";
import type { LinesMessage } from "../../engine/line-coverage/line-coverage-messages.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";

type Shared = Pick<RunRequest, "source" | "entry" | "scope" | "seed" | "twice">;

/** What a sandbox process is given: one source, folded over one log or several. */
export interface SandboxJob {
  shared: Shared;
  requests: Omit<RunRequest, keyof Shared>[];
}

/** A run whose lines are asked for. */
export interface LinesJob {
  lines: RunRequest;
}

/** A job as it goes to the process. Numbers count up from 1; by its number a job is given up. */
export type NumberedJob = (SandboxJob | LinesJob) & { number: number };

/** What a sandbox process answers, one JSON line each. `request` counts the job's requests from 0. */
export type SandboxAnswer =
  | { kind: "ready"; engine: string }
  | { kind: "message"; request: number; message: TraceMessage }
  /** Of a pass for lines. */
  | { kind: "lit"; message: LinesMessage }
  /** The engine's ticks go on, although no message comes. */
  | { kind: "working" }
  /** The records are folded once more for a second look: its time counts anew. */
  | { kind: "again" }
  | { kind: "done"; health: "healthy" | "fault" };
