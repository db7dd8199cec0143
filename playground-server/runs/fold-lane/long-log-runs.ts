import { mkdir, rm } from "node:fs/promises";
import type { Logger } from "pino";
import { mergeOrder } from "../../../engine/fold/merge-order.ts";
import type {
  Break,
  Sample,
  Slice,
  TraceEnd,
  TraceMessage,
  TraceStart,
  Verdict,
} from "../../../engine/fold/trace.ts";
import { checkRefoldedWindow } from "../../../engine/long-fold/check-refolded-window.ts";
import { givenUpFailure } from "../../../engine/sandbox/fold-failures.ts";
import type { LaneInput } from "../../../engine/sandbox/fold-lane.ts";
import { Refusal, refusalDetail } from "../../errors.ts";
import type { SliceStream } from "../../log/batch-stream.ts";
import { explainEnd, FoldTimedOut, type FoldTrace, lastPosition } from "./explain-end.ts";
import { emptyEnd, endOfFold, explainInterruption, stoppedEnd } from "./fold-ends.ts";
import { HeldTraceMessages } from "./held-trace-messages.ts";
import { longLimits } from "./limits.ts";
import { LongFold } from "./long-fold.ts";
import { type ReadSlice, type Window, windowAround } from "./step-windows.ts";

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

/** A position of a kept fold. */
export interface WindowPlace {
  runId: string;
  partition: number;
  offset: number;
}

type Emit = (message: TraceMessage) => void;

interface Kept {
  fold: LongFold;
  /** By what its session asks for its windows. */
  runId: string;
  timer: NodeJS.Timeout | undefined;
}

/** In ms. */
const progressInterval = 50;

/**
 * Runs over long logs: one at a time on this server, each over in the fold lane, its steps to be asked for window by
 * window as long as it is kept.
 */
export class LongRuns {
  readonly #parts: LongParts;
  readonly #folder: string;
  readonly #logger: Logger;
  /** By session, oldest first. */
  readonly #kept = new Map<string, Kept>();
  #running: LongFold | null = null;

  /** Keyframes lie in `folder`, which is emptied. */
  constructor(parts: LongParts, folder: string, logger: Logger) {
    this.#parts = parts;
    this.#folder = folder;
    this.#logger = logger;
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
    const asked = new HeldTraceMessages(emit);
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
        throw new Refusal("busy", refusalDetail("another-long-log", { seconds }), {
          retryAfter: seconds,
        });
      }
      await this.#keep(fold, session, request.runId);
      emit(start);
      asked.release();
      const told = await this.#told(fold, folding, start, foldTrace, emit, signal);
      emit(told);
      return told.verdict;
    } finally {
      mistaken.abort();
      await folding;
      if (fold) this.#running = null;
      if (fold && this.#kept.get(session)?.fold !== fold) await fold.close();
      this.#touch(session);
    }
  }

  /** The window around a position of a kept fold of this session. Throws `run-unknown`, `slice-invalid`. */
  async windowOf({ runId, partition, offset }: WindowPlace, session: string): Promise<Window> {
    const kept = this.#kept.get(session);
    if (!kept || kept.runId !== runId) throw new Refusal("run-unknown");
    this.#touch(session);
    return windowAround(kept.fold, { partition, offset }, this.#parts.read);
  }

  /** Whether windows of this run can be asked for. */
  has(runId: string, session: string): boolean {
    return this.#kept.get(session)?.runId === runId;
  }

  /** The same, folded in the trace lane. */
  async window(place: WindowPlace, session: string, foldTrace: FoldTrace, emit: Emit): Promise<void> {
    const window = await this.windowOf(place, session);
    await foldTrace(window.request, (message) =>
      emit(
        message.kind === "end"
          ? checkRefoldedWindow(message, window.expected, lastPosition(window))
          : message,
      ),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((session) => this.#drop(session)));
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

  #begin({ runId: _, slice, ...input }: LongRequest): LongFold {
    const fold = new LongFold(slice, input, this.#folder);
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
      return late.aborted ? new FoldTimedOut() : error;
    } finally {
      await stream.close();
    }
  }

  /** The newest fold of a session is kept for its windows; the one before goes, as does the oldest of all. */
  async #keep(fold: LongFold, session: string, runId: string): Promise<void> {
    await this.#drop(session);
    const oldest = this.#kept.size >= longLimits.keptFolds ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) await this.#drop(oldest);
    this.#kept.set(session, { fold, runId, timer: undefined });
  }

  /** Waits for the fold and gives the end, whatever became of it. Does not throw. */
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
    emit(fold.progress);
    let end = emptyEnd(start.state);
    try {
      end = await endOfFold(fold, start.state);
      const explained = await explainEnd(fold, end, error, { foldTrace, read: this.#parts.read });
      return signal.aborted ? stoppedEnd(end, fold, givenUpFailure) : explained;
    } catch (failure) {
      if (signal.aborted) return stoppedEnd(end, fold, givenUpFailure);
      const refused = failure instanceof Refusal;
      if (!refused) this.#logger.error({ err: failure }, "a long fold failed");
      // A window that is too long to be folded again says nothing against the fold.
      if (refused && failure.code === "slice-too-long" && error === null) return end;
      return stoppedEnd(end, fold, explainInterruption(fold, failure));
    }
  }

  /** Keeps a session's fold until it has not been used for `keptMilliseconds`. */
  #touch(session: string): void {
    const kept = this.#kept.get(session);
    if (!kept) return;
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => void this.#drop(session), longLimits.keptMilliseconds).unref();
  }

  async #drop(session: string): Promise<void> {
    const kept = this.#kept.get(session);
    if (!kept || kept.fold === this.#running) return;
    this.#kept.delete(session);
    clearTimeout(kept.timer);
    await kept.fold.close();
  }
}
