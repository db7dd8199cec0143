import { batchOf } from "../../../engine/fold/batch.ts";
import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { LaneState } from "../../../engine/sandbox/guest.ts";
import type { Stop } from "../../../engine/sandbox/sentences.ts";
import type { Keyframes } from "./keyframes.ts";
import type { LaneProcess } from "./lane-process.ts";
import type { LaneAnswer } from "./messages.ts";

/** What one call into the guest folds at most. */
const recordsPerBatch = 500;
const charactersPerBatch = 256 * 1024;
/** Far more than the guest's memory can hold: who writes more is in other hands than ours. */
const charactersPerKeyframe = 256 * 1024 * 1024;
/** Batches under way: one is folded while the next is read. */
const batchesAhead = 4;

/** Thrown where the learner's code stopped a lane. `record` is the number of the record among `batch`, where known. */
export class LaneStopped extends Error {
  readonly stop: Stop;
  readonly batch: RawRecord[];
  readonly record: number | null;

  constructor(stop: Stop, batch: RawRecord[], record: number | null) {
    super(stop.message);
    this.stop = stop;
    this.batch = batch;
    this.record = record;
  }
}

/** Some partitions of a long fold, in the guest that folds them. */
export class Lane {
  readonly partitions: number[];
  readonly keyframes: Keyframes;
  /** The next offset of each partition. */
  readonly next: number[];
  folded = 0;
  skipped = 0;
  readonly #number: number;
  readonly #process: LaneProcess;
  readonly #underWay: { records: RawRecord[]; next: number[] }[] = [];
  /** Of the keyframe that is coming in. */
  #states: LaneState[] = [];
  #characters = 0;
  #writing: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};
  #closed = false;
  #failure: unknown = null;

  constructor(
    number: number,
    { partitions, next, keyframes }: { partitions: number[]; next: number[]; keyframes: Keyframes },
    process: LaneProcess,
  ) {
    this.#number = number;
    this.partitions = partitions;
    this.next = next;
    this.keyframes = keyframes;
    this.#process = process;
  }

  /** Folds all records and writes the last keyframe. Throws LaneStopped, and what `fail` was called with. */
  async fold(input: LaneInput, topic: string, source: AsyncGenerator<RawRecord[], void>): Promise<void> {
    this.#process.send({ kind: "open", lane: this.#number, input });
    const next = [...this.next];
    for await (const part of source) {
      for (const records of batches(part)) {
        await this.#until(() => this.#underWay.length < batchesAhead);
        await this.#writing;
        for (const { position } of records)
          next[this.partitions.indexOf(position.partition)] = position.offset + 1;
        this.#underWay.push({ records, next: [...next] });
        const batch = batchOf(topic, records);
        this.#process.send({ kind: "fold", lane: this.#number, batch, spacing: this.keyframes.spacing });
      }
    }
    this.#process.send({ kind: "close", lane: this.#number });
    await this.#until(() => this.#closed);
    await this.#writing;
  }

  /** Takes an answer of the process. */
  hear(answer: Exclude<LaneAnswer, { kind: "ready" }>): void {
    switch (answer.kind) {
      case "states":
        this.#take(answer.states);
        break;
      case "folded":
        this.#folded(answer);
        break;
      case "closed":
        this.#keep();
        this.#closed = true;
        break;
      case "stopped":
        this.fail(new LaneStopped(answer.stop as Stop, this.inWork, answer.at));
    }
    this.#wake();
  }

  #take(states: LaneState[]): void {
    this.#states.push(...states);
    this.#characters += states.reduce((sum, { key, json }) => sum + key.length + json.length, 0);
    if (this.#characters > charactersPerKeyframe)
      this.fail(new Error("A lane writes keyframes without end."));
  }

  #folded({ folded, skipped, keyframe }: Extract<LaneAnswer, { kind: "folded" }>): void {
    const batch = this.#underWay.shift();
    if (!batch) {
      this.fail(new Error("A lane answered a batch that it was not given."));
      return;
    }
    this.next.splice(0, this.next.length, ...batch.next);
    this.folded += folded;
    this.skipped += skipped;
    if (keyframe) this.#keep();
  }

  /** Resolves when no keyframe is being written. */
  async settled(): Promise<void> {
    await this.#writing.catch(() => {});
  }

  /** Makes `fold` throw. */
  fail(reason: unknown): void {
    this.#failure ??= reason;
    this.#wake();
  }

  /** What the lane worked on when its process was killed. */
  get inWork(): RawRecord[] {
    return this.#underWay[0]?.records ?? [];
  }

  /** The number of events among the batch's records before this one. */
  static eventsBefore(batch: RawRecord[], record: number): number {
    return batch.slice(0, record).filter((raw) => "event" in readRecord(raw)).length;
  }

  #keep(): void {
    const frame = { next: [...this.next], folded: this.folded };
    const states = this.#states;
    this.#states = [];
    this.#characters = 0;
    this.#writing = this.#writing.then(() => this.keyframes.add(frame, states));
    this.#writing.catch((error: unknown) => this.fail(error));
  }

  async #until(holds: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      if (holds()) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** Parts of a size that is folded in one call. */
function* batches(records: RawRecord[]): Generator<RawRecord[]> {
  let batch: RawRecord[] = [];
  let characters = 0;
  for (const record of records) {
    batch.push(record);
    characters += (record.value?.length ?? 0) + (record.key?.length ?? 0);
    if (batch.length < recordsPerBatch && characters < charactersPerBatch) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
