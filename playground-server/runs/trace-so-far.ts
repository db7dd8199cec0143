import { createHash } from "node:crypto";
import { readRecord } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import { stateAt } from "../../engine/fold/states-of-trace.ts";
import type {
  Keyframe,
  Step,
  StoppedAt,
  TraceEnd,
  TraceMessage,
  TraceStart,
} from "../../engine/fold/trace.ts";
import type { Failure } from "../../engine/sandbox/fold-failures.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";

/**
 * What has arrived of a run's trace. It ends the trace from outside when the process cannot, and lets a second
 * attempt go on where the first one broke off: the same run gives the same messages again.
 */
export class TraceSoFar {
  #request: RunRequest;
  #engine: string;
  #emit: (message: TraceMessage) => void;
  #start: TraceStart | null = null;
  #steps: Step[] = [];
  #keyframes: Keyframe[] = [];
  #arrived = 0;
  #passed = 0;
  ended: TraceEnd | null = null;

  constructor(request: RunRequest, engine: string, emit: (message: TraceMessage) => void) {
    this.#request = request;
    this.#engine = engine;
    this.#emit = emit;
  }

  /**
   * A message of the sandbox process. Goes on to the learner, once. False for one that cannot come now in an honest
   * trace: the process is in other hands.
   */
  take(message: TraceMessage): boolean {
    if (++this.#arrived <= this.#passed) return true;
    if (!this.#follows(message)) return false;
    this.#pass(message);
    return true;
  }

  /** From here on a second attempt sends everything again. */
  again(): void {
    this.#arrived = 0;
  }

  /** Ends the trace from outside, with the last state that arrived. Nothing happens where it has ended. */
  end(reason: Failure): void {
    if (this.ended) return;
    const begun = this.#start;
    const start = begun ?? this.#ownStart();
    if (!begun) this.#pass(start);
    const steps = this.#steps.length;
    this.#pass({
      kind: "end",
      ...reason,
      at: begun ? { index: steps, position: this.#positionOf(steps) } : { index: -1, position: null },
      state: this.#lastState(start),
      steps,
      skipped: this.#request.records.filter((record) => !("event" in readRecord(record))).length,
    });
  }

  #follows(message: TraceMessage): boolean {
    const steps = this.#steps.length;
    if (this.ended) return false;
    if (message.kind === "start") return this.#start === null && message.runId === this.#request.runId;
    if (this.#start === null) return false;
    if (message.kind === "step") return message.index === steps;
    if (message.kind === "keyframe") return message.index === steps - 1;
    return message.kind === "end" && message.steps === steps;
  }

  /** The last state that arrived; null where the patches do not fit it. */
  #lastState(start: TraceStart): Json {
    try {
      const index = this.#steps.length - 1;
      return stateAt({ start, steps: this.#steps, keyframes: this.#keyframes }, index);
    } catch {
      return null;
    }
  }

  #pass(message: TraceMessage): void {
    this.#passed++;
    if (message.kind === "start") this.#start = message;
    else if (message.kind === "step") this.#steps.push(message);
    else if (message.kind === "keyframe") this.#keyframes.push(message);
    else if (message.kind === "end") this.ended = message;
    this.#emit(message);
  }

  /** The record that the step works on; null at a command. */
  #positionOf(step: number): StoppedAt["position"] {
    const folded = this.#request.records.filter((record) => "event" in readRecord(record));
    return folded[step]?.position ?? null;
  }

  #ownStart(): TraceStart {
    const { runId, entry, scope, seed, slice, source } = this.#request;
    const sourceHash = createHash("sha256").update(source).digest("hex");
    return { kind: "start", runId, engine: this.#engine, entry, scope, seed, slice, sourceHash, state: null };
  }
}
