import type { Arbitrary } from "fast-check";
import type { Event, NewEvent, Position } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Command } from "../fold/trace.ts";

/** What the event types of an exercise have in common: those of its `events.d.ts`, or any event. */
type AnyEvent = Pick<Event, "type" | "metadata"> & { data: unknown };

/**
 * A step at which the learner's fold differs from the reference's, or at which the learner's code stopped. An exercise
 * may name its own event types, so that `event` has their data.
 */
export interface CheckContext<E extends AnyEvent = Event> {
  index: number;
  /** The record's offset; null at a step that has no record (a command, a call). */
  offset: number | null;
  position: Position | null;
  event: E | null;
  command: Command | null;
  /** The events folded before this step. */
  history: E[];
  /** The reference's compared state before this step. */
  before: Json;
  /** The compared part of the state after this step: the reference's and the learner's. */
  expected: Json;
  actual: Json;
  /** What `decide` or the called function answered, where it is compared. */
  expectedResult?: Json;
  actualResult?: Json;
  /** The arguments, for a call; the events where none are given. */
  args?: Json[];
}

/** One named demand, with the words a learner gets when it is not met. */
export interface Check<E extends AnyEvent = Event> {
  id: string;
  title: string;
  /** Whether a divergence at this step belongs to this check. The first check that covers it speaks. */
  covers(at: CheckContext<E>): boolean;
  /** Where, what your fold shows, what the record says, one question. No code. */
  message(at: CheckContext<E>): string;
  /** Known mistakes: the first one that matches gives its sentence instead of `message`. */
  known?: KnownMistake<E>[];
}

/** A mistake that many make, with its own sentence. */
export interface KnownMistake<E extends AnyEvent = Event> {
  when(at: CheckContext<E>): boolean;
  says(at: CheckContext<E>): string;
}

/** A log (and the commands or arguments) to fold. */
export interface Case {
  /**
   * `offset` is given where it is not the record's place in the list: a record that is delivered again keeps its own.
   * `timestamp`, Kafka's time in milliseconds, is given where it is not the event's `occurredAt`.
   */
  records: { key: string; event: NewEvent; offset?: number; timestamp?: number }[];
  commands?: Command[];
  args?: Json[];
}

/** What `logs.ts` of an exercise exports as `generated`. */
export interface GeneratedLogs {
  /** Logs that could have happened. */
  cases(fc: typeof import("fast-check")): Arbitrary<Case>;
  /** Which of the smaller ones, found while shrinking, could have happened too. Without it: all. */
  possible?(candidate: Case): boolean;
}

/** What `checks.ts` of an exercise exports as default. */
export interface ExerciseChecks<E extends AnyEvent = Event> {
  checks: Check<E>[];
  /** What of a state counts; the whole state when absent. Must not throw on any state. */
  compare?(state: Json): Json;
  /** What of a result counts; the whole result when absent. */
  compareResult?(result: Json): Json;
  /** Cases in addition to the lesson's log, folded in this order before the generated ones. */
  cases?: Case[];
  generated?: GeneratedLogs;
  /** The exercise's own words for the laws. */
  words?: LawMessages<E>;
}

/**
 * Words for the laws, in the four pieces of a check's message. `expected` and `actual` are the states that the
 * law compares: for a record that comes again, the state before it and after it.
 */
export interface LawMessages<E extends AnyEvent = Event> {
  /** `path` is where the state was changed, such as `lines.hat`. */
  mutation?(at: CheckContext<E>, path: string): string;
  unknown?(at: CheckContext<E>): string;
  snapshot?(at: CheckContext<E>): string;
  replay?(at: CheckContext<E>): string;
  duplicates?(at: CheckContext<E>): string;
  interleavings?(at: CheckContext<E>): string;
  crash?(at: CheckContext<E>): string;
}
