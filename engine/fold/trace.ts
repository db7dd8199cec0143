import type { Sentence } from "../sentences/message.ts";
import type { Event, Position } from "./event.ts";
import type { Json } from "./json.ts";
import type { Patch } from "./json-patch.ts";

/** What a learner exports. `name` picks one read model of a projector, or the function of a call. */
export interface Entry {
  kind: "reducer" | "projector" | "decider" | "upcaster" | "call";
  name?: string;
}

/** `all`: one state for the whole slice. `by-key`: one state for each record key. */
export type Scope = "all" | "by-key";

export const verdicts = [
  "ok",
  "threw",
  "state-invalid",
  "async-not-allowed",
  "nondeterministic",
  "compile-error",
  "source-too-large",
  "time-limit",
  "memory-limit",
  "stack-limit",
  "result-unreadable",
  "engine-fault",
  "busy",
  "log-unavailable",
  "cancelled",
] as const;

/** How a run ended. */
export type Verdict = (typeof verdicts)[number];

/** A request to a decider. It may be refused. */
export interface Command {
  type: string;
  data: Json;
}

/** The part of a log that a run folds: `from` is the first offset, `to` is one past the last. */
export interface Slice {
  topic: string;
  partitions: { partition: number; from: number; to: number }[];
}

export interface TraceStart {
  kind: "start";
  runId: string;
  engine: string;
  entry: Entry;
  scope: Scope;
  seed: number;
  slice: Slice;
  sourceHash: string;
  /** The initial state. A projector's state is an object of its read models by name. */
  state: Json;
}

/** What a watch expression gave: a plain value, a short text of any other, or why it could not be worked out. */
export type Watched = { value: number | string | boolean | null } | { text: string } | { error: string };

/**
 * Expressions over `state`, `before`, `event` and `key` that a run asks after each step, in JavaScript. A breakpoint
 * holds where its value is truthy.
 */
export interface Watches {
  breakpoint?: string;
  watches?: string[];
}

/** One application of the learner's code. A step of a command has `command` and `result`, no event of the log. */
export interface Step {
  kind: "step";
  index: number;
  position: Position | null;
  key: string | null;
  event: Event | null;
  command?: Command;
  patch: Patch;
  console: string[];
  result?: Json;
  /** What the run's watch expressions gave after it, in their order, and whether its breakpoint holds. */
  watched?: Watched[];
  breaks?: true;
}

/** Of a long fold: a step from which on the breakpoint holds; `index` where its records have one order. */
export interface Break {
  kind: "break";
  index: number | null;
  position: Position;
}

/** Of a long fold: what the watch expressions gave after some of its records. */
export interface Sample {
  kind: "sample";
  position: Position;
  watched: Watched[];
}

/** The whole state after step `index`, every `keyframeInterval` steps. */
export interface Keyframe {
  kind: "keyframe";
  index: number;
  state: Json;
}

export interface Progress {
  kind: "progress";
  /** `reading` the log, `folding`, or waiting in the queue. */
  phase: "queued" | "reading" | "folding";
  records: number;
  total: number | null;
  /** Of a long fold: records a second since it began, and the seconds left at this rate. */
  rate?: number;
  secondsLeft?: number;
  /** In the queue: 1 for the next. */
  place?: number;
}

/** A place in the learner's own source, counted from 1. `frame` is that line with a caret below the column. */
export interface SourcePlace {
  line: number;
  column: number;
  frame: string;
}

/** The step that failed; `index` is -1 before the first one. */
export interface StoppedAt {
  index: number;
  position: Position | null;
  source?: SourcePlace;
  /** What that step had printed. */
  console?: string[];
  /** Where the code changed the state it was given, such as `lines.hat`. */
  mutated?: string;
  /** What the code changed of the things it was given, and the keys to it; in a state, from the root of the trace's. */
  changed?: { of: "state" | "event"; path: string[] };
}

export interface TraceEnd {
  kind: "end";
  verdict: Verdict;
  /** For people; empty when the verdict is `ok`. */
  message: string;
  /** The same as data; absent where the message is empty or a page's own, and from servers that are older. */
  sentences?: Sentence[] | undefined;
  /** Where it stopped: the step that failed, null when no step did. */
  at: StoppedAt | null;
  /** The last valid state. */
  state: Json;
  /** Of a long fold by key: how many keys have a state, where `state` holds the first of them only. */
  keys?: number;
  steps: number;
  skipped: number;
}

/** Why a run ended, without the place. */
export function reasonOfEnd({
  verdict,
  message,
  sentences,
}: TraceEnd): Pick<TraceEnd, "verdict" | "message" | "sentences"> {
  return { verdict, message, sentences };
}

export type TraceMessage = TraceStart | Step | Keyframe | Progress | Break | Sample | TraceEnd;

/** All of a fold. */
export interface Trace {
  start: TraceStart;
  steps: Step[];
  keyframes: Keyframe[];
  end: TraceEnd;
}

export const keyframeInterval = 100;
