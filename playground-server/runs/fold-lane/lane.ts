import type { Failure } from "../../../engine/sandbox/fold-failures.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { SliceStream } from "../../log/batch-stream.ts";
import type { Frame, KeyframeStore, States } from "./keyframe-store.ts";
import type { LaneAnswer } from "./lane-messages.ts";
import type { LaneProcess } from "./lane-process.ts";
import { longLimits } from "./limits.ts";

/** Parts of a partition under way: one is folded while the next waits and a third is fetched. */
const partsAhead = 2;

/** Where a lane stopped: after the record that did it `next` follows; `at` is that record, where it is known. */
export interface LaneStop {
  lane: Lane;
  stop: Failure;
  next: number[];
  at: { partition: number; offset: number } | null;
}

/** Thrown where the learner's code stopped a lane. */
export class LaneStopped extends Error {
  readonly stopped: LaneStop;

  constructor(stopped: LaneStop) {
    super(stopped.stop.message);
    this.stopped = stopped;
  }
}

/** What a lane says of the run's breakpoint and watches. */
export type LaneReport = Extract<LaneAnswer, { kind: "break" | "sample" }>;

/** Some partitions of a long fold, seen from outside the process that folds them. */
export class Lane {
  /** In ascending order. */
  readonly partitions: number[];
  readonly keyframes: KeyframeStore;
  /** The next offset of each partition. */
  next: number[];
  folded = 0;
  skipped = 0;
  readonly #number: number;
  readonly #process: LaneProcess;
  readonly #onAsked: (asked: LaneReport) => void;
  readonly #parts: { partition: number; from: number; to: number }[];
  readonly #underWay: number[];
  /** Of the keyframe that is coming in. */
  #states: States[] = [];
  #bytes = 0;
  #spacing = 0;
  #writing: Promise<void> = Promise.resolve();
  #waiting: (() => void)[] = [];
  #closed = false;
  /** Whether its process does nothing more for it. */
  #over = false;
  #failure: unknown = null;

  constructor(
    number: number,
    parts: { partition: number; from: number; to: number }[],
    keyframes: KeyframeStore,
    process: LaneProcess,
    onAsked: (asked: LaneReport) => void,
  ) {
    this.#number = number;
    this.#parts = parts;
    this.partitions = parts.map(({ partition }) => partition);
    this.next = parts.map(({ from }) => from);
    this.#underWay = parts.map(() => 0);
    this.keyframes = keyframes;
    this.#process = process;
    this.#onAsked = onAsked;
  }

  /** Records taken so far, folded or skipped. */
  get records(): number {
    return this.next.reduce((sum, next, place) => sum + next - (this.#parts[place]?.from ?? 0), 0);
  }

  /** The last keyframe: how far the states that are kept have come. */
  get reached(): Frame {
    const start = { next: this.#parts.map(({ from }) => from), folded: 0, skipped: 0 };
    return this.keyframes.frames.at(-1) ?? start;
  }

  /** Folds everything and writes the last keyframe. Throws LaneStopped, and what `fail` was called with. */
  async fold(input: LaneInput, topic: string, stream: SliceStream): Promise<void> {
    this.#process.send({ kind: "open", lane: this.#number, input, topic, partitions: this.#parts });
    await Promise.all(this.#parts.map((_, place) => this.#feed(place, stream)));
    await this.#until(() => this.#closed);
    await this.#writing;
  }

  async #feed(place: number, stream: SliceStream): Promise<void> {
    for await (const { batches } of stream.partition(this.partitions[place] as number)) {
      await this.#until(() => (this.#underWay[place] as number) < partsAhead);
      await this.#writing;
      if (this.#spacing !== this.keyframes.spacing) {
        this.#spacing = this.keyframes.spacing;
        this.#process.send({ kind: "spacing", lane: this.#number, spacing: this.#spacing });
      }
      if (batches.length === 0) continue;
      this.#underWay[place] = (this.#underWay[place] as number) + 1;
      this.#process.send({ kind: "part", lane: this.#number, place }, batches);
    }
    this.#process.send({ kind: "end", lane: this.#number, place });
  }

  /** Where the log ends too early: keeps the states as they are after all that was folded, if its process still can. */
  async finish(): Promise<void> {
    if (!this.#over) this.#process.send({ kind: "finish", lane: this.#number });
    while (!this.#over) await this.#change();
    await this.settled();
  }

  /** Takes an answer of the process. */
  hear(answer: Exclude<LaneAnswer, { kind: "ready" }>, body: Buffer): void {
    switch (answer.kind) {
      case "folded":
        this.next = answer.next;
        this.folded = answer.folded;
        this.skipped = answer.skipped;
        for (const [place, used] of answer.used.entries())
          this.#underWay[place] = (this.#underWay[place] ?? 0) - used;
        break;
      case "states":
        this.#take(answer, body);
        break;
      case "keyframe":
        this.#keep(answer);
        break;
      case "break":
      case "sample":
        this.#onAsked(answer);
        break;
      case "closed":
        this.#closed = true;
        this.#over = true;
        break;
      case "stopped": {
        const { next, at, stop } = answer;
        this.next = next;
        this.fail(new LaneStopped({ lane: this, next, at, stop: stop as Failure }));
      }
    }
    this.#wake();
  }

  /** Makes `fold` throw; its process does nothing more for it. */
  fail(reason: unknown): void {
    this.#failure ??= reason;
    this.#over = true;
    this.#wake();
  }

  /** Resolves when no keyframe is being written. */
  async settled(): Promise<void> {
    await this.#writing.catch(() => {});
  }

  #take({ names, numbers, bytes }: Extract<LaneAnswer, { kind: "states" }>, body: Buffer): void {
    // Copied: the frame it lies in is many times larger.
    this.#states.push({ names, numbers, bytes, texts: Buffer.from(body) });
    this.#bytes += body.length;
    if (this.#bytes > longLimits.keyframeBytesAtOnce)
      this.fail(new Error("A lane writes keyframes without end."));
  }

  #keep({ next, folded, skipped }: Extract<LaneAnswer, { kind: "keyframe" }>): void {
    const states = this.#states;
    this.#states = [];
    this.#bytes = 0;
    this.#writing = this.#writing.then(() => this.keyframes.add({ next, folded, skipped }, states));
    this.#writing.catch((error: unknown) => this.fail(error));
  }

  async #until(holds: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      if (holds()) return;
      await this.#change();
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
