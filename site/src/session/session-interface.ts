import type { LogRecord, NewEvent, Position } from "../../../engine/fold/event.ts";
import type { TraceMessage, Watches } from "../../../engine/fold/trace.ts";
import type { Prediction } from "../../../engine/grading/grade-prediction.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import type {
  CheckMessage,
  CheckProgress,
  Comparison,
  EarnedSolution,
} from "../../../engine/protocol/response-types.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { FoldedLog } from "../exercise/folded-log.ts";
import type { LabConnection } from "./lab-connection.ts";
import type { Tools } from "./terminal-tools.ts";

/** Where folds run just now. `watch` tells of every change. */
export type RunLocation =
  /** Not known yet: the page has just opened. */
  | { kind: "finding" }
  | { kind: "kafka"; version: string | null; sentence: string; learner: string }
  /** In this browser, on the recorded log: because there is no server, it has no Kafka or no free place, or it was lost. */
  | { kind: "browser"; because: "no-server" | "no-kafka" | "full" | "lost" };

/** How the id of a run begins that folds a long log in this browser. */
export const localRunPrefix = "here-";

/** A record of a long fold, by its place on the tape and its place in the log. */
export interface WindowRequest {
  runId: string;
  place: number;
  partition: number;
  offset: number;
}

export interface FoldRequest {
  payload: ExercisePayload;
  source: string;
  log: FoldedLog;
  /** What is asked after each step. */
  asks?: Watches;
  /** To be shown beside the fold on the tape, which goes on. */
  beside?: boolean;
}

/** A check of a source, or of predicted states; `seed` is that of the generated logs, where they are to be the same again. */
export interface CheckRequest {
  payload: ExercisePayload;
  source?: string;
  predicted?: Prediction[];
  seed?: number;
}

/** Something under way that can be given up. After `cancel` its listener hears nothing more. */
export interface Handle {
  cancel(): void;
}

/** What is waited for: a place in the server's queue, 1 for the next; or a busy server, to be asked again in so many seconds. */
export type Waiting = { place: number } | { seconds: number };

/** Told at each change of the place, and every second; null when the wait is over. */
export interface WaitingRun {
  kind: "waiting";
  waiting: Waiting | null;
}

/** A refusal in words for the learner; `code` is the server's stable code. */
export class Refusal extends Error {
  code: string;
  /** Seconds after which trying again makes sense. */
  retryAfter: number | undefined;
  constructor(code: string, message: string, retryAfter?: number) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Folds and grades code: on the server over Kafka where one answers, else in this browser over recorded logs. */
export interface FoldSession {
  where(): RunLocation;
  /** Calls `listener` after every change of `where`. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** One fold. Exactly one message of kind `end` comes, and it is the last. */
  run(request: FoldRequest, listen: (message: TraceMessage | WaitingRun) => void): Handle;
  /**
   * The lines of the code that each step of the same fold goes through, the first with index -1. Exactly one message of
   * kind `end` comes, and it is the last.
   */
  lines(request: FoldRequest, listen: (message: LinesMessage | WaitingRun) => void): Handle;
  /** The steps around a record of the long fold that was made last, as a trace of their own; one `end` comes, the last. */
  window(request: WindowRequest, listen: (message: TraceMessage | WaitingRun) => void): Handle;
  /** The lines that each of those steps goes through; one `end` comes, the last. */
  windowLines(request: WindowRequest, listen: (message: LinesMessage | WaitingRun) => void): Handle;
  /** The records of a partition of a topic, `from` up to, not including, `to`. Rejects where there is no server. */
  records(topic: string, partition: number, from: number, to: number): Promise<LogRecord[]>;
  /** One check of an exercise. Exactly one message of kind `end` comes, and it is the last. */
  check(request: CheckRequest, listen: (message: CheckMessage | CheckProgress | WaitingRun) => void): Handle;
  /** The source's fold of the exercise's own log beside the reference's. Rejects with a `Refusal`. */
  compare(payload: ExercisePayload, source: string): Promise<Comparison>;
  /** What the server tells of an exercise's solution. Rejects with a `Refusal` where it is not earned or there is no server. */
  solution(exercise: string): Promise<EarnedSolution>;
  /** Appends to a topic `mine.<name>`. Rejects with a `Refusal`, also where there is no server. */
  append(topic: string, key: string, event: NewEvent): Promise<Position>;
  /**
   * The last records of a topic, all where they are few, and every one to come, each at least once. `ended` is told
   * when the tail breaks off, with code `topic-unknown` where there is no such topic yet.
   */
  tail(topic: string, listen: (record: LogRecord) => void, ended: (reason: Refusal) => void): Handle;
  /** Kafka's tools by their names: over the server's topics, or the recorded logs where it does not answer. */
  tools(): Promise<Tools>;
  /** The labs of the server; every question is lost where it does not answer. */
  labs(): Promise<LabConnection>;
  /** Asks for the server again at once, without waiting for the next attempt. */
  retry(): void;
}
