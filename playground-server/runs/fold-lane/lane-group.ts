import type { Slice } from "../../../engine/fold/trace.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { SliceStream } from "../../log/batch-stream.ts";
import type { KeyframeStore } from "./keyframe-store.ts";
import { Lane, type LaneReport } from "./lane.ts";
import { type LaneEnd, LaneProcess } from "./lane-process.ts";
import { LaneReportFilter } from "./lane-report-filter.ts";
import { longLimits } from "./limits.ts";

/** Thrown where a lane's process was killed at a limit, or died twice. */
export class LaneLost extends Error {
  /** Those it folded; one of them was in work. */
  readonly lanes: Lane[];
  readonly fate: LaneEnd;

  constructor(lanes: Lane[], fate: LaneEnd) {
    super(`A process of fold lanes ended: ${fate}.`);
    this.lanes = lanes;
    this.fate = fate;
  }
}

/** Opens the keyframes of a lane. `name` is the lane's own within its fold. */
export type OpenKeyframes = (name: string) => Promise<KeyframeStore>;

/**
 * Lanes of a long fold that share one process. Where the process dies of something that is no limit of theirs, they are
 * folded once more from their start, in a new process.
 */
export class LaneGroup {
  lanes: Lane[] = [];
  readonly #parts: Slice["partitions"][];
  readonly #openKeyframes: OpenKeyframes;
  readonly #asked: LaneReportFilter[];
  #process: LaneProcess | null = null;
  /** Why no more is folded here; null as long as more is. */
  #ended: { reason: unknown } | null = null;

  /** One lane for each list of `parts`. */
  constructor(
    parts: Slice["partitions"][],
    openKeyframes: OpenKeyframes,
    onAsked: (asked: LaneReport) => void,
  ) {
    this.#parts = parts;
    this.#openKeyframes = openKeyframes;
    this.#asked = parts.map(() => new LaneReportFilter(onAsked));
  }

  get pids(): number[] {
    return this.#process ? [this.#process.pid] : [];
  }

  /** Folds to the end. Throws LaneStopped, LaneLost, what `fail` was called with, and what the stream throws. */
  async fold(input: LaneInput, topic: string, stream: SliceStream): Promise<void> {
    try {
      await this.#attempt(input, topic, stream);
    } catch (error) {
      if (this.#ended || !(error instanceof LaneLost) || error.fate !== "died") throw error;
      await this.#endProcess();
      await this.#discard();
      if (this.#ended) throw error;
      for (const asked of this.#asked) asked.again();
      await this.#attempt(input, topic, stream);
    }
  }

  async #attempt(input: LaneInput, topic: string, stream: SliceStream): Promise<void> {
    const lanes: Lane[] = [];
    let gone: LaneLost | null = null;
    const process = new LaneProcess(
      longLimits,
      (answer, body) => lanes[answer.lane]?.hear(answer, body),
      (fate) => {
        gone = new LaneLost(lanes, fate);
        for (const lane of lanes) lane.fail(gone);
      },
    );
    this.#process = process;
    this.lanes = lanes;
    for (const [number, parts] of this.#parts.entries()) {
      const keyframes = await this.#openKeyframes(String(parts[0]?.partition));
      lanes.push(new Lane(number, parts, keyframes, process, (asked) => this.#asked[number]?.take(asked)));
    }
    // Either may have come while the files were opened.
    const reason = this.#ended?.reason ?? gone;
    if (reason) for (const lane of lanes) lane.fail(reason);
    await Promise.all(lanes.map((lane) => lane.fold(input, topic, stream)));
  }

  /** Makes `fold` throw. */
  fail(reason: unknown): void {
    this.#ended = { reason };
    for (const lane of this.lanes) lane.fail(reason);
  }

  /** Where the log ends too early: keeps the states after all that was folded, as far as the process still can. */
  async finish(): Promise<void> {
    this.#ended ??= { reason: null };
    await Promise.all(this.lanes.map((lane) => lane.finish()));
  }

  /** Ends the process; keyframes can still be read. */
  async stop(): Promise<void> {
    this.#ended ??= { reason: null };
    await this.#endProcess();
  }

  /** Gives up process and keyframes. */
  async close(): Promise<void> {
    await this.stop();
    await this.#discard();
  }

  async #endProcess(): Promise<void> {
    const process = this.#process;
    this.#process = null;
    process?.kill();
    await process?.gone;
    await Promise.all(this.lanes.map((lane) => lane.settled()));
  }

  async #discard(): Promise<void> {
    const lanes = this.lanes;
    this.lanes = [];
    await Promise.all(lanes.map(({ keyframes }) => keyframes.close()));
  }
}
