import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { Stop } from "../../../engine/sandbox/stops.ts";
import type { SliceStream } from "../../log/stream.ts";
import type { Keyframes, States } from "./keyframes.ts";
import type { LaneProcess } from "./lane-process.ts";
import { longLimits } from "./limits.ts";
import type { LaneAnswer } from "./messages.ts";

/** Parts of a partition under way: one is folded while the next waits and a third is fetched. */
const partsAhead = 2;

/** Where a lane stopped: after the record that did it `next` follows; `at` is that record, where it is known. */
export interface LaneStop {
  lane: Lane;
  stop: Stop;
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
export type LaneAsked = Extract<LaneAnswer, { kind: "break" | "sample" }>;

/** Some partitions of a long fold, seen from outside the process that folds them. */
export class Lane {
  /** In ascending order. */
  readonly partitions: number[];
  readonly keyframes: Keyframes;
  /** The next offset of each partition. */
  next: number[];
  folded = 0;
  skipped = 0;
  readonly #number: number;
  readonly #process: LaneProcess;
  readonly #onAsked: (asked: LaneAsked) => void;
  readonly #parts: { partition: number; from: number; to: number }[];
  readonly #underWay: number[];
  /** Of the keyframe that is coming in. */
  #states: States[] = [];
  #bytes = 0;
  #spacing = 0;
  #writing: Promise<void> = Promise.resolve();
  #waiting: (() => void)[] = [];
  #closed = false;
  #failure: unknown = null;

  constructor(
    number: number,
    parts: { partition: number; from: number; to: number }[],
    keyframes: Keyframes,
    process: LaneProcess,
    onAsked: (asked: LaneAsked) => void,
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
        break;
      case "stopped": {
        const { next, at, stop } = answer;
        this.fail(new LaneStopped({ lane: this, next, at, stop: stop as Stop }));
      }
    }
    this.#wake();
  }

  /** Makes `fold` throw. */
  fail(reason: unknown): void {
    this.#failure ??= reason;
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

  #keep({ next, folded }: Extract<LaneAnswer, { kind: "keyframe" }>): void {
    const states = this.#states;
    this.#states = [];
    this.#bytes = 0;
    this.#writing = this.#writing.then(() => this.keyframes.add({ next, folded }, states));
    this.#writing.catch((error: unknown) => this.fail(error));
  }

  async #until(holds: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      if (holds()) return;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
