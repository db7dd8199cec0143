import type { NewEvent, Position } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Command, Entry, Scope, Watches } from "../fold/trace.ts";
import type { Prediction } from "../grading/grade-prediction.ts";

/** A slice of a topic: partitions with `from` (first offset, default 0) and `to` (one past the last, default the end). */
export interface TopicLog {
  topic: string;
  partitions?: { partition: number; from?: number; to?: number }[];
  scope?: Scope;
}

/** Shorthand for one partition. */
export interface PartitionLog {
  topic: string;
  partition: number;
  from?: number;
  to?: number;
  scope?: Scope;
}

/** Records given with the request. Without positions they are `given-0@index`, without timestamps at 0. */
export interface GivenLog {
  records: GivenRecord[];
  scope?: Scope;
}

/** An event, or a value as the text that Kafka would hold: anything at all, null for a tombstone. */
export type GivenRecord = {
  key: string | null;
  position?: Position;
  timestamp?: number;
  headers?: Record<string, string>;
} & ({ event: NewEvent } | { value: string | null });

export type LogRequest = TopicLog | PartitionLog | GivenLog;

/** `POST /api/runs`. With `exercise`, log, entry, scope, commands and args default to the exercise's. */
export interface RunBody extends Watches {
  source: string;
  log?: LogRequest;
  exercise?: string;
  entry?: Entry;
  commands?: Command[];
  args?: Json[];
  seed?: number;
  /** The state to go on from instead of the initial one, in the shape of a trace's; for records given with the request. */
  from?: Json;
  /** A second fold next to a run: it does not replace the current run. */
  beside?: boolean;
}

/**
 * `POST /api/runs/<runId>/window` and `…/window/lines`: a record of a long fold of this session. A server that does not
 * keep the fold makes it again from `run`, whose `log` names the slice of the run's `start` message.
 */
export interface WindowBody {
  partition: number;
  offset: number;
  run: RunBody;
}

/** `POST /api/checks`: a source, or the states that are predicted after steps of the exercise's own log. */
export interface CheckBody {
  exercise: string;
  source?: string;
  predicted?: Prediction[];
  /** Of the generated logs; the server's own when absent. */
  seed?: number;
}

/** `POST /api/comparisons`. */
export interface CompareBody {
  exercise: string;
  source: string;
}

/** `POST /api/events`. `topic` is `mine.<name>`. */
export interface AppendBody {
  topic: string;
  key: string;
  event: NewEvent;
}

/** `POST /api/labs/:id/commands`. Without data it is an empty object. */
export interface LabCommandBody {
  type: string;
  data?: Json;
}

/** What the site sends on the WebSocket, after its `hello`. `id` names the request; every answer carries it. */
export type SocketRequest =
  | { kind: "hello"; version: 1 }
  | ({ kind: "run"; id: string } & RunBody)
  /** The lines that each step of a run goes through. */
  | ({ kind: "lines"; id: string } & RunBody)
  | ({ kind: "check"; id: string } & CheckBody)
  /** A source's fold and the reference's, side by side, once an answer was checked. */
  | ({ kind: "compare"; id: string } & CompareBody)
  | ({ kind: "append"; id: string } & AppendBody)
  /** The steps around a position of a long fold of this session. */
  | ({ kind: "window"; id: string; runId: string } & Omit<WindowBody, "run"> & Partial<WindowBody>)
  /** The lines of these steps. */
  | ({ kind: "window-lines"; id: string; runId: string } & Omit<WindowBody, "run"> & Partial<WindowBody>)
  | { kind: "tail"; id: string; topic: string }
  /** One line of the terminal. `tools`: the names of those it offers; absent for all. `cancel` with its id is Ctrl-C: the tool ends and says what it has to say. */
  | { kind: "terminal"; id: string; line: string; tools?: string[] }
  /** Lines typed into the tool that the request `id` runs; `end` is Ctrl-D. It has no answer of its own. */
  | { kind: "terminal-input"; id: string; lines: string[]; end?: boolean }
  /** What may stand at the end of a line that is being typed. */
  | { kind: "complete"; id: string; line: string; tools?: string[] }
  /** A command to one's own lab. Its events are read with `lab-events`; `cancel` only stops waiting for its end. */
  | { kind: "lab-command"; id: string; lab: string; command: LabCommandBody }
  /** What happened in one's own lab from an event on, and what happens until `cancel`. */
  | { kind: "lab-events"; id: string; lab: string; from?: number }
  | { kind: "lab-reset"; id: string; lab: string }
  | { kind: "cancel"; id: string };
