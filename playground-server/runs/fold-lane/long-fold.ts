import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Json } from "../../../engine/fold/json.ts";
import type { Break, Progress, Sample, Slice, Watched } from "../../../engine/fold/trace.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { SliceStream } from "../../log/stream.ts";
import { Keyframes } from "./keyframes.ts";
import { Lane, type LaneAsked } from "./lane.ts";
import { type LaneFate, LaneProcess } from "./lane-process.ts";
import { longLimits } from "./limits.ts";

/** Thrown where a lane's process was killed at a limit or died. */
export class LaneLost extends Error {
  /** Those it folded; one of them was in work. */
  readonly lanes: Lane[];
  readonly fate: LaneFate;

  constructor(lanes: Lane[], fate: LaneFate) {
    super(`A process of fold lanes ended: ${fate}.`);
    this.lanes = lanes;
    this.fate = fate;
  }
}

/**
 * A slice folded in lanes: one for each partition where the scope is `by-key`, else one for all of them in merge order.
 * Lanes run side by side, in as many processes as there are cores.
 */
export class LongFold {
  /** That of its run. */
  readonly name: string;
  readonly slice: Slice;
  readonly input: LaneInput;
  lanes: Lane[] = [];
  #processes: LaneProcess[] = [];
  readonly #folder: string;
  #begun = performance.now();

  constructor(name: string, slice: Slice, input: LaneInput, folder: string) {
    this.name = name;
    this.slice = slice;
    this.input = input;
    this.#folder = folder;
  }

  /**
   * Folds to the end; `tell` gets what breakpoint and watches say. Throws LaneStopped, LaneLost, the signal's reason,
   * and what the stream throws. Keyframes stay until `close`.
   */
  async fold(stream: SliceStream, signal: AbortSignal, tell: (asked: Break | Sample) => void): Promise<void> {
    const all = this.slice.partitions.toSorted((a, b) => a.partition - b.partition);
    const apart = all.map((part) => [part]);
    if (this.input.scope === "by-key" && apart.length > 1) {
      // Told once it is known that each key has one partition, and so these states are right.
      const asked: LaneAsked[] = [];
      await this.#foldLanes(apart, stream, signal, (each) => asked.push(each));
      if (!this.#keysOverlap()) {
        for (const each of asked) tell(this.#told(each, null));
        return;
      }
      // Some key lies in two partitions: only the merge order gives its records an order.
      await this.close();
    }
    await this.#foldLanes([all], stream, signal, (each) =>
      tell(this.#told(each, each.kind === "break" ? each.before : null)),
    );
  }

  #told(asked: LaneAsked, index: number | null): Break | Sample {
    const { partition, offset } = asked;
    const position = { topic: this.slice.topic, partition, offset };
    return asked.kind === "break"
      ? { kind: "break", index, position }
      : { kind: "sample", position, watched: asked.watched as Watched[] };
  }

  get progress(): Progress {
    const { partitions } = this.slice;
    const records = sum(this.lanes.map(({ next }) => sum(next))) - sum(partitions.map(({ from }) => from));
    const total = sum(partitions.map(({ from, to }) => to - from));
    const rate = (records * 1_000) / (performance.now() - this.#begun);
    return {
      kind: "progress",
      phase: "folding",
      records,
      total,
      rate: Math.round(rate),
      ...(rate > 0 && { secondsLeft: Math.ceil((total - records) / rate) }),
    };
  }

  get folded(): number {
    return sum(this.lanes.map(({ folded }) => folded));
  }

  get skipped(): number {
    return sum(this.lanes.map(({ skipped }) => skipped));
  }

  get pids(): number[] {
    return this.#processes.map(({ pid }) => pid);
  }

  /** The lane that folds this partition. */
  laneOf(partition: number): Lane | undefined {
    return this.lanes.find(({ partitions }) => partitions.includes(partition));
  }

  /**
   * The states at the end, in the shape of a trace's state: partitions one after the other, keys as they first came.
   * `keys` where they do not all fit into `endStateCharacters`.
   */
  async endState(initial: Json): Promise<{ state: Json; keys?: number }> {
    const { scope, entry } = this.input;
    if (scope === "all") {
      const [lane] = this.lanes;
      const parts: [string, Json][] = [];
      for (const { view } of lane?.keyframes.names() ?? []) {
        const json = await lane?.keyframes.stateAt(Number.POSITIVE_INFINITY, view, "");
        parts.push([view, JSON.parse(json ?? "null") as Json]);
      }
      if (entry.kind !== "projector") return { state: parts[0]?.[1] ?? initial };
      return { state: Object.fromEntries([...Object.entries(initial ?? {}), ...parts]) };
    }
    let characters = 0;
    const keys = new Set<string>();
    const states = new Map<string, [string, Json][]>();
    for (const { keyframes } of this.lanes) {
      for (const { view, key } of keyframes.names()) {
        keys.add(key);
        if (characters > longLimits.endStateCharacters) continue;
        const json = (await keyframes.stateAt(Number.POSITIVE_INFINITY, view, key)) ?? "null";
        characters += json.length;
        const ofView = states.get(view) ?? [];
        states.set(view, ofView);
        ofView.push([key, JSON.parse(json) as Json]);
      }
    }
    const views = [...states].map(([view, parts]) => [view, Object.fromEntries(parts)] as const);
    const state = entry.kind === "projector" ? Object.fromEntries(views) : (views[0]?.[1] ?? {});
    return { state, ...(characters > longLimits.endStateCharacters && { keys: keys.size }) };
  }

  /** Ends the processes; keyframes can still be read. */
  async stop(): Promise<void> {
    const processes = this.#processes.splice(0);
    for (const process of processes) process.kill();
    await Promise.all([...processes.map(({ gone }) => gone), ...this.lanes.map((lane) => lane.settled())]);
  }

  async close(): Promise<void> {
    await this.stop();
    const lanes = this.lanes.splice(0);
    await Promise.all(lanes.map(({ keyframes }) => keyframes.close()));
  }

  async #foldLanes(
    groups: Slice["partitions"][],
    stream: SliceStream,
    signal: AbortSignal,
    onAsked: (asked: LaneAsked) => void,
  ): Promise<void> {
    this.#begun = performance.now();
    const count = Math.min(groups.length, availableParallelism());
    const lanesOf: Lane[][] = Array.from({ length: count }, () => []);
    for (const lanes of lanesOf) {
      this.#processes.push(
        new LaneProcess(
          longLimits,
          (answer, body) => this.lanes[answer.lane]?.hear(answer, body),
          (fate) => {
            for (const lane of lanes) lane.fail(new LaneLost(lanes, fate));
          },
        ),
      );
    }
    for (const [number, parts] of groups.entries()) {
      const keyframes = await Keyframes.open(join(this.#folder, `${this.name}-${number}`), {
        bytes: longLimits.keyframeBytes / groups.length,
        states: longLimits.keyframeStates / groups.length,
      });
      const process = this.#processes[number % count] as LaneProcess;
      const lane = new Lane(number, parts, keyframes, process, onAsked);
      lanesOf[number % count]?.push(lane);
      this.lanes.push(lane);
    }
    const giveUp = () => {
      for (const lane of this.lanes) lane.fail(signal.reason);
    };
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      if (signal.aborted) giveUp();
      await Promise.all(this.lanes.map((lane) => lane.fold(this.input, this.slice.topic, stream)));
    } finally {
      signal.removeEventListener("abort", giveUp);
      await this.stop();
    }
  }

  #keysOverlap(): boolean {
    const seen = new Map<string, Lane>();
    for (const lane of this.lanes) {
      for (const { key } of lane.keyframes.names()) {
        if ((seen.get(key) ?? lane) !== lane) return true;
        seen.set(key, lane);
      }
    }
    return false;
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
