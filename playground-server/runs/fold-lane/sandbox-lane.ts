import { type ColumnarBatch, numbersPerRecord } from "../../../engine/fold/columnar-batch.ts";
import type { Failure } from "../../../engine/sandbox/fold-failures.ts";
import { FoldLane } from "../../../engine/sandbox/fold-lane.ts";
import type { WrittenStates } from "../../../engine/sandbox/written-states.ts";
import { IncomingRecords } from "./incoming-records.ts";
import { charactersBetween } from "./keyframe-spacing.ts";
import type { LaneAnswer, LaneRequest } from "./lane-messages.ts";
import { LaneWatches } from "./lane-watches.ts";

type Opening = Extract<LaneRequest, { kind: "open" }>;

/** Folding may take this many times as long as writing keyframes. */
const shareOfKeyframes = 16;
/** Records after which a keyframe is written whatever it costs: a step is shown by folding up to it from there. */
const widestSpacing = 20_000;
type Say = (answer: LaneAnswer, body?: Buffer[]) => void;

/** A lane inside its process: folds what comes in, and writes a keyframe where enough was folded since the last. */
export class SandboxLane {
  readonly #number: number;
  readonly #lane: FoldLane;
  readonly #partitions: number[];
  readonly #incoming: IncomingRecords;
  readonly #say: Say;
  readonly #watches: LaneWatches;
  #folded = 0;
  #skipped = 0;
  #stopped = false;
  #spacing = 0;
  /** Since the last keyframe: records, and the processor time of folding them. What that one took, in microseconds. */
  #records = 0;
  /** Of the values since then. */
  #characters = 0;
  #folding = 0;
  #cost = 0;

  private constructor(opening: Opening, opened: FoldLane, say: Say) {
    const { lane, topic, partitions } = opening;
    this.#number = lane;
    this.#lane = opened;
    this.#watches = new LaneWatches(opening, opened, say);
    this.#partitions = partitions.map(({ partition }) => partition);
    this.#incoming = new IncomingRecords(topic, partitions);
    this.#say = say;
  }

  /** Null where the learner's module could not be opened; that has been said. */
  static async open(wasm: WebAssembly.Module, opening: Opening, say: Say): Promise<SandboxLane | null> {
    const opened = await FoldLane.open(wasm, opening.input);
    if (opened instanceof FoldLane) return new SandboxLane(opening, opened, say);
    const next = opening.partitions.map(({ from }) => from);
    say({ kind: "stopped", lane: opening.lane, stop: opened, next, at: null });
    return null;
  }

  hear(request: Exclude<LaneRequest, { kind: "open" }>, body: Buffer): void {
    if (this.#stopped) return;
    if (request.kind === "spacing") {
      this.#spacing = request.spacing;
      return;
    }
    if (request.kind === "finish") {
      this.#close();
      return;
    }
    if (request.kind === "end") this.#incoming.end(request.place);
    else if (!this.#incoming.add(request.place, body)) {
      this.#tell(this.#partitions.map((_, place) => (place === request.place ? 1 : 0)));
    }
    for (let next = this.#incoming.take(); next && !this.#stopped; next = this.#incoming.take()) {
      this.#fold(next.batch, next.used);
    }
    if (this.#incoming.done && !this.#stopped) this.#close();
  }

  #close(): void {
    if (!this.#keyframe()) return;
    this.#say({ kind: "closed", lane: this.#number });
    this.#stopped = true;
  }

  #fold(batch: ColumnarBatch, used: number[]): void {
    const begun = processorTime();
    const end = this.#lane.fold(batch);
    if ("stop" in end) {
      this.#stop(end.stop, batch, end.at);
      return;
    }
    this.#folding += processorTime() - begun;
    this.#records += end.folded + end.skipped;
    this.#characters += batch.values.length;
    this.#folded += end.folded;
    this.#skipped += end.skipped;
    this.#tell(used);
    this.#watches.after(batch, end);
    const due = this.#records >= this.#spacing && this.#worthwhile;
    if (due || this.#characters >= charactersBetween(this.#spacing)) this.#keyframe();
  }

  get #worthwhile(): boolean {
    return this.#folding >= this.#cost * shareOfKeyframes || this.#records >= widestSpacing;
  }

  #tell(used: number[]): void {
    const { next } = this.#incoming;
    const [folded, skipped] = [this.#folded, this.#skipped];
    this.#say({ kind: "folded", lane: this.#number, next, folded, skipped, used });
  }

  /** Whether it could be written; else the lane has stopped. */
  #keyframe(): boolean {
    const begun = processorTime();
    const states = this.#lane.keyframe();
    if (!Array.isArray(states)) {
      this.#stopped = true;
      this.#say({ kind: "stopped", lane: this.#number, stop: states, next: this.#incoming.next, at: null });
      return false;
    }
    for (const each of states) this.#tellStates(each);
    const { next } = this.#incoming;
    const [folded, skipped] = [this.#folded, this.#skipped];
    this.#say({ kind: "keyframe", lane: this.#number, next, folded, skipped });
    this.#records = 0;
    this.#characters = 0;
    this.#folding = 0;
    this.#cost = processorTime() - begun;
    return true;
  }

  #tellStates({ names, numbers, lengths, texts }: WrittenStates): void {
    const bytes = Buffer.from(texts);
    this.#say(
      {
        kind: "states",
        lane: this.#number,
        names,
        numbers,
        bytes: bytes.length === texts.length ? lengths : bytesOf(lengths, texts),
      },
      [bytes],
    );
  }

  #stop(stop: Failure, { numbers }: ColumnarBatch, record: number): void {
    this.#stopped = true;
    const next = this.#incoming.next;
    // The records after it were taken but not folded.
    for (let at = numbers.length - numbersPerRecord; at > record * numbersPerRecord; at -= numbersPerRecord) {
      next[this.#partitions.indexOf(numbers[at] as number)] = numbers[at + 1] as number;
    }
    const [partition, offset] = numbers.slice(record * numbersPerRecord) as [number, number];
    next[this.#partitions.indexOf(partition)] = offset + 1;
    this.#say({ kind: "stopped", lane: this.#number, stop, next, at: { partition, offset } });
  }
}

/** In microseconds. Not the clock's: a process that has to wait for a core does not pay for it. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** The same lengths, counted in bytes of UTF-8. */
function bytesOf(lengths: number[], texts: string): number[] {
  let from = 0;
  return lengths.map((length) => {
    const text = texts.slice(from, from + length);
    from += length;
    return Buffer.byteLength(text);
  });
}
