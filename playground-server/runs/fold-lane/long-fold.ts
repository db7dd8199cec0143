import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Position } from "../../../engine/fold/event.ts";
import type { Json } from "../../../engine/fold/json.ts";
import type { Break, Progress, Sample, Slice, Watched } from "../../../engine/fold/trace.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { SliceStream } from "../../log/batch-stream.ts";
import { type Frame, KeyframeStore } from "./keyframe-store.ts";
import type { Lane, LaneReport } from "./lane.ts";
import { LaneGroup } from "./lane-group.ts";
import { longLimits } from "./limits.ts";

/** How far a long fold has come, as its last keyframes have it: the state at its end is the state there. */
export interface Reached {
  folded: number;
  skipped: number;
  /** The first record that is not folded; null where all are. */
  next: Position | null;
}

/**
 * A slice folded in lanes: one for each partition where the scope is `by-key`, else one for all of them in merge order.
 * Lanes run side by side, in as many processes as there are cores.
 */
export class LongFold {
  readonly slice: Slice;
  readonly input: LaneInput;
  #groups: LaneGroup[] = [];
  readonly #folder: string;
  /** Of its files. A run's id may come from a client, and is no part of a path. */
  readonly #name = randomUUID();
  #begun = performance.now();

  constructor(slice: Slice, input: LaneInput, folder: string) {
    this.slice = slice;
    this.input = input;
    this.#folder = folder;
  }

  /**
   * Folds to the end; `tell` gets what breakpoint and watches say. Throws LaneStopped, LaneLost, the signal's reason,
   * and what the stream throws; the states that were reached are kept then too. Keyframes stay until `close`.
   */
  async fold(stream: SliceStream, signal: AbortSignal, tell: (asked: Break | Sample) => void): Promise<void> {
    const all = this.slice.partitions.toSorted((a, b) => a.partition - b.partition);
    const apart = all.map((part) => [part]);
    if (this.input.scope === "by-key" && apart.length > 1) {
      // Told once it is known that each key has one partition, and so these states are right.
      const asked: LaneReport[] = [];
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

  #told(asked: LaneReport, index: number | null): Break | Sample {
    const { partition, offset } = asked;
    const position = { topic: this.slice.topic, partition, offset };
    return asked.kind === "break"
      ? { kind: "break", index, position }
      : { kind: "sample", position, watched: asked.watched as Watched[] };
  }

  /** In the order of their partitions. */
  get lanes(): Lane[] {
    const lanes = this.#groups.flatMap((group) => group.lanes);
    return lanes.sort((a, b) => (a.partitions[0] ?? 0) - (b.partitions[0] ?? 0));
  }

  get progress(): Progress {
    const records = sum(this.lanes.map((lane) => lane.records));
    const total = sum(this.slice.partitions.map(({ from, to }) => to - from));
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

  get reached(): Reached {
    const frames = this.lanes.map((lane) => lane.reached);
    return {
      folded: sum(frames.map(({ folded }) => folded)),
      skipped: sum(frames.map(({ skipped }) => skipped)),
      next: this.#nextOf(frames),
    };
  }

  #nextOf(frames: Frame[]): Position | null {
    for (const [number, { partitions }] of this.lanes.entries()) {
      for (const [place, partition] of partitions.entries()) {
        const offset = frames[number]?.next[place] ?? 0;
        const part = this.slice.partitions.find((each) => each.partition === partition);
        if (part && offset < part.to) return { topic: this.slice.topic, partition, offset };
      }
    }
    return null;
  }

  get pids(): number[] {
    return this.#groups.flatMap(({ pids }) => pids);
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
    await Promise.all(this.#groups.map((group) => group.stop()));
  }

  async close(): Promise<void> {
    await Promise.all(this.#groups.splice(0).map((group) => group.close()));
  }

  async #foldLanes(
    lanes: Slice["partitions"][],
    stream: SliceStream,
    signal: AbortSignal,
    onAsked: (asked: LaneReport) => void,
  ): Promise<void> {
    this.#begun = performance.now();
    const count = Math.min(lanes.length, availableParallelism());
    const bounds = {
      bytes: longLimits.keyframeBytes / lanes.length,
      states: longLimits.keyframeStates / lanes.length,
    };
    const openKeyframes = (lane: string) =>
      KeyframeStore.open(join(this.#folder, `${this.#name}-${lane}`), bounds);
    this.#groups = Array.from({ length: count }, (_, group) => {
      const parts = lanes.filter((_, lane) => lane % count === group);
      return new LaneGroup(parts, openKeyframes, onAsked);
    });
    const giveUp = () => {
      for (const group of this.#groups) group.fail(signal.reason);
    };
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      if (signal.aborted) giveUp();
      await Promise.all(this.#groups.map((group) => group.fold(this.input, this.slice.topic, stream)));
    } catch (error) {
      await Promise.all(this.#groups.map((group) => group.finish()));
      throw error;
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
