import type { TraceMessage } from "../../engine/fold/trace.ts";
import type { LinesMessage } from "../../engine/lit-lines/messages.ts";
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

/** What a sandbox process answers, one JSON line each. `request` counts the job's requests from 0. */
export type SandboxAnswer =
  | { kind: "ready"; engine: string }
  | { kind: "message"; request: number; message: TraceMessage }
  /** Of a pass for lines. */
  | { kind: "lit"; message: LinesMessage }
  /** The records are folded once more for a second look: its time counts anew. */
  | { kind: "again" }
  | { kind: "done"; health: "healthy" | "fault" };
