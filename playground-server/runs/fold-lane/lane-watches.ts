import { type ColumnarBatch, countOf, numbersPerRecord } from "../../../engine/fold/columnar-batch.ts";
import type { FoldLane } from "../../../engine/sandbox/fold-lane.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import type { LaneAnswer, LaneRequest } from "./lane-messages.ts";

/** Says, inside its process, where a lane's breakpoint begins to hold, and now and then what its watches give. */
export class LaneWatches {
  readonly #number: number;
  readonly #lane: FoldLane;
  readonly #say: (answer: LaneAnswer) => void;
  readonly #watching: boolean;
  /** Records from one sample to the next at the least. */
  readonly #spacing: number;
  #records = 0;
  #folded = 0;
  #nextSample = 0;

  constructor(
    { lane, partitions, input }: Extract<LaneRequest, { kind: "open" }>,
    opened: FoldLane,
    say: (answer: LaneAnswer) => void,
  ) {
    this.#number = lane;
    this.#lane = opened;
    this.#say = say;
    this.#watching = (input.watches ?? []).length > 0;
    this.#spacing = partitions.reduce((sum, { from, to }) => sum + to - from, 0) / limits.laneSamples;
  }

  /** Takes a batch that was folded. */
  after(
    batch: ColumnarBatch,
    { folded, breaks }: { folded: number; breaks: { record: number; before: number }[] },
  ) {
    for (const { record, before } of breaks) {
      this.#say({ kind: "break", ...this.#placeOf(batch, record), before: this.#folded + before });
    }
    this.#records += countOf(batch);
    this.#folded += folded;
    if (!this.#watching || this.#records < this.#nextSample) return;
    this.#nextSample += this.#spacing;
    const watched = this.#lane.watched();
    this.#say({ kind: "sample", ...this.#placeOf(batch, countOf(batch) - 1), watched });
  }

  #placeOf({ numbers }: ColumnarBatch, record: number) {
    const at = record * numbersPerRecord;
    return { lane: this.#number, partition: numbers[at] as number, offset: numbers[at + 1] as number };
  }
}
