import { mkdir, rm } from "node:fs/promises";
import type { Position } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge.ts";
import type {
  Break,
  Sample,
  Slice,
  TraceEnd,
  TraceMessage,
  TraceStart,
  Verdict,
} from "../../../engine/fold/trace.ts";
import { comparedEnd } from "../../../engine/long-fold/compared-end.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import { endedAfter, engineFault } from "../../../engine/sandbox/stops.ts";
import { problemOf, Refusal } from "../../errors.ts";
import type { SliceStream } from "../../log/stream.ts";
import { endOf, lostIn, placed, stoppedEnd } from "./ends.ts";
import { Held } from "./held.ts";
import { type LaneStop, LaneStopped } from "./lane.ts";
import { longLimits } from "./limits.ts";
import { LaneLost, LongFold } from "./long-fold.ts";
import { type ReadSlice, type Window, windowAround, windowBefore } from "./windows.ts";

/** A run over a slice that is too long for the trace lane. */
export interface LongRequest extends LaneInput {
  runId: string;
  slice: Slice;
}

/** What long runs need of the log and of the trace lane. */
export interface LongParts {
  stream(slice: Slice): SliceStream;
  /** Reads a part of a slice, as far as it fits one run. */
  read: ReadSlice;
}

/** Folds in the trace lane, in a slot of its own. */
export type FoldTrace = (request: RunRequest, emit: (message: TraceMessage) => void) => Promise<Verdict>;

/** A position of a kept fold. */
export interface WindowPlace {
  runId: string;
  partition: number;
  offset: number;
}

type Emit = (message: TraceMessage) => void;

interface Kept {
  fold: LongFold;
  session: string;
  timer: NodeJS.Timeout | undefined;
}

/** In ms. */
const progressInterval = 50;

/** What ends a fold that takes longer than any may. */
class LateFold extends Error {}

/**
 * Runs over long logs: one at a time on this server, each over in the fold lane, its steps to be asked for window by
 * window as long as it is kept.
 */
export class LongRuns {
  readonly #parts: LongParts;
  readonly #folder: string;
  readonly #kept = new Map<string, Kept>();
  #running: LongFold | null = null;

  /** Keyframes lie in `folder`, which is emptied. */
  constructor(parts: LongParts, folder: string) {
    this.#parts = parts;
    this.#folder = folder;
  }

  /** The processes of the fold that is running now. */
  get pids(): number[] {
    return this.#running?.pids ?? [];
  }

  /** Emits a start, progress and one end, or, where the first records stop it, their whole trace. Throws refusals. */
  async run(
    request: LongRequest,
    session: string,
    foldTrace: FoldTrace,
    emit: Emit,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const running = this.#running;
    const fold = running ? null : this.#begin(request);
    const mistaken = new AbortController();
    // Begun beside the first records: where they are in order, which is the rule, no time is lost.
    const asked = new Held(emit);
    const folding =
      fold && this.#foldAll(fold, AbortSignal.any([signal, mistaken.signal]), (each) => asked.take(each));
    try {
      const first = await this.#first(request, foldTrace);
      const [start] = first;
      const end = first.at(-1);
      if (start?.kind !== "start" || end?.kind !== "end" || end.verdict !== "ok") {
        for (const message of first) emit(message);
        return end?.kind === "end" ? end.verdict : "engine-fault";
      }
      if (!fold || !folding) {
        const seconds = running?.progress.secondsLeft ?? 1;
        throw new Refusal("busy", `Another long log is folded; that takes about ${seconds} s more.`, {
          retryAfter: seconds,
        });
      }
      await this.#keep(fold, session);
      emit(start);
      asked.release();
      const told = await this.#told(fold, folding, start, foldTrace, emit, signal);
      emit(told);
      return told.verdict;
    } finally {
      mistaken.abort();
      await folding;
      if (fold) this.#running = null;
      if (fold && !this.#kept.has(fold.name)) await fold.close();
      this.#touch(request.runId);
    }
  }

  /** The window around a position of a kept fold of this session. Throws `run-unknown`, `slice-invalid`. */
  async windowOf({ runId, partition, offset }: WindowPlace, session: string): Promise<Window> {
    const kept = this.#kept.get(runId);
    if (!kept || kept.session !== session) throw new Refusal("run-unknown");
    this.#touch(runId);
    return windowAround(kept.fold, { partition, offset }, this.#parts.read);
  }

  /** The same, folded in the trace lane. */
  async window(place: WindowPlace, session: string, foldTrace: FoldTrace, emit: Emit): Promise<void> {
    const window = await this.windowOf(place, session);
    await foldTrace(window.request, (message) =>
      emit(message.kind === "end" ? comparedEnd(message, window.expected, lastOf(window)) : message),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((runId) => this.#drop(runId)));
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The trace of the first records: most mistakes show there, with every step. */
  async #first({ slice, ...request }: LongRequest, foldTrace: FoldTrace): Promise<TraceMessage[]> {
    const parts = await Promise.all(
      slice.partitions.map(({ partition, from, to }) =>
        this.#parts.read({
          topic: slice.topic,
          partitions: [{ partition, from, to: Math.min(to, from + longLimits.firstRecords) }],
        }),
      ),
    );
    const records = mergeOrder(parts).slice(0, longLimits.firstRecords);
    const messages: TraceMessage[] = [];
    await foldTrace({ ...request, slice, records }, (message) => messages.push(message));
    return messages.filter(({ kind }) => kind !== "progress");
  }

  #begin({ runId, slice, ...input }: LongRequest): LongFold {
    const fold = new LongFold(runId, slice, input, this.#folder);
    this.#running = fold;
    return fold;
  }

  /** Folds in the lanes. Gives what ended it before the end, null where nothing did. Does not throw. */
  async #foldAll(
    fold: LongFold,
    signal: AbortSignal,
    tell: (asked: Break | Sample) => void,
  ): Promise<unknown> {
    const stream = this.#parts.stream(fold.slice);
    const late = AbortSignal.timeout(longLimits.foldMilliseconds);
    try {
      await mkdir(this.#folder, { recursive: true });
      await fold.fold(stream, AbortSignal.any([signal, late]), tell);
      return null;
    } catch (error) {
      return late.aborted ? new LateFold() : error;
    } finally {
      await stream.close();
    }
  }

  /** The newest fold of a session is kept for its windows; the one before goes, as does the oldest of all. */
  async #keep(fold: LongFold, session: string): Promise<void> {
    const older = [...this.#kept].find(([, kept]) => kept.session === session)?.[0];
    const oldest = this.#kept.size >= longLimits.keptFolds ? this.#kept.keys().next().value : undefined;
    for (const gone of [older, oldest]) if (gone !== undefined) await this.#drop(gone);
    this.#kept.set(fold.name, { fold, session, timer: undefined });
  }

  /** Waits for the fold and gives the end, whatever became of it. Throws only what is no outcome of a run. */
  async #told(
    fold: LongFold,
    folding: Promise<unknown>,
    start: TraceStart,
    foldTrace: FoldTrace,
    emit: Emit,
    signal: AbortSignal,
  ): Promise<TraceEnd> {
    const timer = setInterval(() => emit(fold.progress), progressInterval);
    const error = await folding.finally(() => clearInterval(timer));
    if (error === null) {
      const { state, keys } = await fold.endState(start.state);
      const end: TraceEnd = { ...endOf(fold), state, ...(keys !== undefined && { keys }) };
      return this.#lastWindow(fold, end, foldTrace);
    }
    if (signal.aborted) throw error;
    const state = (await fold.endState(start.state).catch(() => null))?.state ?? start.state;
    const end = { ...endOf(fold), state };
    if (error instanceof LateFold) return stoppedEnd(end, endedAfter(longLimits.foldMilliseconds));
    if (error instanceof LaneStopped) return this.#explained(fold, end, [error.stopped], foldTrace);
    if (error instanceof LaneLost) {
      const stop = error.fate === "limit" ? endedAfter(longLimits.cpuMilliseconds) : engineFault();
      const stops = error.lanes.map((lane) => lostIn(lane, fold, stop));
      return this.#explained(fold, end, stops, foldTrace);
    }
    if (!(error instanceof Refusal)) throw error;
    return stoppedEnd(end, { verdict: "log-unavailable", message: problemOf(error).detail });
  }

  /** Folds the last window again, so that a run which remembers something outside its state is not called good. */
  async #lastWindow(fold: LongFold, end: TraceEnd, foldTrace: FoldTrace): Promise<TraceEnd> {
    const lane = fold.lanes.find(({ keyframes }) => keyframes.frames.length > 1);
    // Not any partition: some may have no records.
    const place = lane?.partitions.findIndex((partition, i) => {
      const from = fold.slice.partitions.find((part) => part.partition === partition)?.from ?? 0;
      return (lane.next[i] as number) > from;
    });
    if (!lane || place === undefined || place < 0) return end;
    const partition = lane.partitions[place] as number;
    const offset = (lane.next[place] as number) - 1;
    let told = end;
    const window = await windowAround(fold, { partition, offset }, this.#parts.read);
    await foldTrace(window.request, (message) => {
      if (message.kind !== "end") return;
      const compared = comparedEnd(message, window.expected, lastOf(window));
      const { verdict, message: sentence } = compared;
      if (verdict !== "ok") told = { ...end, verdict, message: sentence, at: placed(compared, lane, window) };
    });
    return told;
  }

  /** Folds again in the trace lane what a lane stopped at: that says where and why. One of `stops` is to blame. */
  async #explained(
    fold: LongFold,
    end: TraceEnd,
    stops: LaneStop[],
    foldTrace: FoldTrace,
  ): Promise<TraceEnd> {
    let told: TraceEnd | null = null;
    for (const { lane, stop, at, next } of stops) {
      const position = at && { topic: fold.slice.topic, ...at };
      const unexplained = stoppedEnd(end, stop, { index: lane.folded, position });
      const window = await windowBefore(fold, lane, { next, at }, this.#parts.read);
      await foldTrace(window.request, (message) => {
        if (message.kind !== "end" || message.verdict === "ok") return;
        const { verdict, message: sentence } = message;
        told = { ...end, verdict, message: sentence, at: placed(message, lane, window) };
      });
      if (told) return told;
      if (at) return unexplained;
    }
    return told ?? stoppedEnd(end, (stops[0] as LaneStop).stop);
  }

  /** Keeps a fold from now on for as long as it may lie unused. */
  #touch(runId: string): void {
    const kept = this.#kept.get(runId);
    if (!kept) return;
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => void this.#drop(runId), longLimits.keptMilliseconds).unref();
  }

  async #drop(runId: string): Promise<void> {
    const kept = this.#kept.get(runId);
    if (!kept || kept.fold === this.#running) return;
    this.#kept.delete(runId);
    clearTimeout(kept.timer);
    await kept.fold.close();
  }
}

/** Where a window ends. */
function lastOf({ request }: Window): Position | null {
  return request.records.at(-1)?.position ?? null;
}
