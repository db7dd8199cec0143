import { columnarBatchOf, countOf, numbersPerRecord } from "../fold/columnar-batch.ts";
import type { RawRecord } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import {
  type Progress,
  reasonOfEnd,
  type StoppedAt,
  type TraceEnd,
  type TraceMessage,
  type TraceStart,
} from "../fold/trace.ts";
import type { LinesMessage } from "../line-coverage/line-coverage-messages.ts";
import type { Engine } from "../sandbox/engine.ts";
import type { Failure } from "../sandbox/fold-failures.ts";
import { FoldLane, type LaneInput } from "../sandbox/fold-lane.ts";
import { limits } from "../sandbox/limits.ts";
import type { Health, RunRequest } from "../sandbox/run-request.ts";
import { checkRefoldedWindow } from "./check-refolded-window.ts";
import { LaneKeyframes } from "./lane-keyframes.ts";
import type { LongLog } from "./long-log.ts";

/** A run over a log that is too long for the trace lane. */
export interface LongRequest extends LaneInput {
  runId: string;
  log: LongLog;
}

/** What a long fold is done with. */
export interface LongParts {
  /** The trace lane: the first records, and every part that is looked at. */
  engine: Pick<Engine, "run" | "lines">;
  /** The module of QuickJS for the fold lane. */
  wasm: WebAssembly.Module;
  /** Milliseconds of some clock. */
  now(): number;
  /** Resolves when other work that waits for this thread has had a turn; called regularly during a fold. */
  pause(): Promise<void>;
}

type Emit = (message: TraceMessage) => void;

/** Records that are folded in the trace lane first: most mistakes show there, with every step. */
const firstRecords = 1_000;
const recordsPerBatch = 500;
/** Folding may take this many times as long as writing keyframes, up to this many records. */
const shareOfKeyframes = 16;
const widestSpacing = 4_000;
const keyframeCharacters = 64 * 1024 * 1024;
/** What the end holds of the states of a fold by key. */
const endStateCharacters = 1_000_000;
/** In ms. */
const progressInterval = 50;

/** A long log folded in one lane, its steps to be asked for window by window. */
export class LongFold {
  readonly #parts: LongParts;
  readonly #request: LongRequest;
  readonly #keyframes = new LaneKeyframes(keyframeCharacters);
  /** Records taken, and of these the folded and the skipped. */
  #next = 0;
  #folded = 0;
  #skipped = 0;

  private constructor(parts: LongParts, request: LongRequest) {
    this.#parts = parts;
    this.#request = request;
  }

  /**
   * Emits a start, progress and one end; or, where the first records stop it, their whole trace, and then there is no
   * fold to look into. `begun` is told at the start: what has been folded can be looked into from then on. Rejects with
   * what reading the log rejects with.
   */
  static async fold(
    parts: LongParts,
    request: LongRequest,
    emit: Emit,
    begun: (fold: LongFold) => void = () => {},
  ): Promise<LongFold | null> {
    const fold = new LongFold(parts, request);
    const first: TraceMessage[] = [];
    const records = await request.log.read(0, Math.min(request.log.count, firstRecords));
    await parts.engine.run(fold.#over(records), (message) => first.push(message));
    const [start] = first;
    const end = first.at(-1);
    if (start?.kind !== "start" || end?.kind !== "end" || end.verdict !== "ok") {
      for (const message of first) emit(message);
      return null;
    }
    emit(start);
    begun(fold);
    emit(await fold.#foldAll(start, emit));
    return fold;
  }

  /** The steps around the record at `place`, from the keyframe before it up to the next one, and one end. */
  async window(place: number, emit: Emit): Promise<Health> {
    const { request, expected } = await this.#window(this.#keyframes.frameBefore(place));
    return this.#parts.engine.run(request, (message) =>
      emit(
        message.kind === "end"
          ? checkRefoldedWindow(message, expected, request.records.at(-1)?.position ?? null)
          : message,
      ),
    );
  }

  /** The lines that each step of the same window goes through. */
  async windowLines(place: number, emit: (message: LinesMessage) => void): Promise<Health> {
    const { request } = await this.#window(this.#keyframes.frameBefore(place));
    return this.#parts.engine.lines(request, emit);
  }

  async #foldAll(start: TraceStart, emit: Emit): Promise<TraceEnd> {
    const lane = await FoldLane.open(this.#parts.wasm, this.#request);
    if (!(lane instanceof FoldLane)) return this.#stoppedEnd(lane, start.state, null);
    try {
      const stop = await this.#foldIn(lane, emit);
      if (stop) return await this.#explained(stop, start.state);
    } finally {
      lane.dispose();
    }
    const end = { ...this.#end(), ...this.#endState(start.state) };
    // The last window again, so that a run which remembers something outside its state is not called good.
    const before = this.#keyframes.frames.length - 2;
    let reportedEnd: TraceEnd = end;
    if (before >= 0) {
      const window = await this.#window(before);
      await this.#parts.engine.run(window.request, (message) => {
        if (message.kind !== "end") return;
        const last = window.request.records.at(-1)?.position ?? null;
        const compared = checkRefoldedWindow(message, window.expected, last);
        if (compared.verdict !== "ok")
          reportedEnd = { ...end, ...reasonOfEnd(compared), at: this.#placed(compared.at, before) };
      });
    }
    return reportedEnd;
  }

  /** Folds to the end, or to what stopped it. */
  async #foldIn(lane: FoldLane, emit: Emit): Promise<Failure | null> {
    const { log, watches } = this.#request;
    const { topic } = log.slice;
    const { now } = this.#parts;
    const begun = now();
    const sampleSpacing = log.count / limits.laneSamples;
    let [reportedEnd, sample, folding, cost, records] = [begun, 0, 0, 0, 0];
    while (this.#next < log.count) {
      const batch = columnarBatchOf(
        topic,
        await log.read(this.#next, Math.min(log.count, this.#next + recordsPerBatch)),
      );
      const since = now();
      const end = lane.fold(batch);
      const placeIn = (record: number) => {
        const [partition, offset] = batch.numbers.slice(record * numbersPerRecord) as [number, number];
        return { topic, partition, offset };
      };
      if ("stop" in end) {
        this.#next += end.at + 1;
        return end.stop;
      }
      for (const { record, before } of end.breaks)
        emit({ kind: "break", index: this.#folded + before, position: placeIn(record) });
      folding += now() - since;
      records += countOf(batch);
      this.#next += countOf(batch);
      this.#folded += end.folded;
      this.#skipped += end.skipped;
      if (watches && watches.length > 0 && this.#next >= sample) {
        sample += sampleSpacing;
        emit({ kind: "sample", position: placeIn(countOf(batch) - 1), watched: lane.watched() });
      }
      const worthwhile = folding >= cost * shareOfKeyframes || records >= widestSpacing;
      if ((records >= this.#keyframes.spacing && worthwhile) || this.#next === log.count) {
        const writing = now();
        const states = lane.keyframe();
        if (!Array.isArray(states)) return states;
        this.#keyframes.add({ place: this.#next, folded: this.#folded }, states);
        [folding, records, cost] = [0, 0, now() - writing];
      }
      if (now() - reportedEnd < progressInterval) continue;
      reportedEnd = now();
      emit(this.#progress(reportedEnd - begun));
      await this.#parts.pause();
    }
    return null;
  }

  #progress(milliseconds: number): Progress {
    const { count: total } = this.#request.log;
    const records = this.#next;
    const rate = (records * 1_000) / Math.max(1, milliseconds);
    const secondsLeft = Math.ceil((total - records) / Math.max(1, rate));
    return { kind: "progress", phase: "folding", records, total, rate: Math.round(rate), secondsLeft };
  }

  /** Folds again in the trace lane what stopped the fold: that says where and why. */
  async #explained(stop: Failure, initial: Json): Promise<TraceEnd> {
    const before = this.#keyframes.frames.length - 1;
    const { request } = await this.#window(before);
    const position = request.records.at(-1)?.position ?? null;
    let reportedEnd = this.#stoppedEnd(stop, initial, { index: this.#folded, position });
    await this.#parts.engine.run(request, (message) => {
      if (message.kind !== "end" || message.verdict === "ok") return;
      reportedEnd = { ...reportedEnd, ...reasonOfEnd(message), at: this.#placed(message.at, before) };
    });
    return reportedEnd;
  }

  /** The part from a frame up to the next one, or up to where the fold has come; -1 is the beginning. */
  async #window(frame: number): Promise<{ request: RunRequest; expected: Json | undefined }> {
    const { frames } = this.#keyframes;
    const after = frames[frame + 1];
    const records = await this.#request.log.read(frames[frame]?.place ?? 0, after?.place ?? this.#next);
    const byKey = this.#request.scope === "by-key";
    const keys = byKey ? [...new Set(records.map(({ key }) => key ?? ""))] : [""];
    const from = frame < 0 ? undefined : this.#stateAt(frame, keys);
    return {
      request: { ...this.#over(records), twice: false, ...(from !== undefined && { from }) },
      expected: after && this.#stateAt(frame + 1, keys),
    };
  }

  /** The states of these keys at a frame in the shape of a trace's state; undefined where none had begun. */
  #stateAt(frame: number, keys: string[]): Json | undefined {
    const { scope, entry } = this.#request;
    const views = new Map<string, [string, Json][]>();
    for (const [view] of this.#keyframes.names()) views.set(view, []);
    for (const [view, parts] of views) {
      for (const key of keys) {
        const json = this.#keyframes.stateAt(frame, view, key);
        if (json !== null) parts.push([key, JSON.parse(json) as Json]);
      }
    }
    const begun: [string, Json][] = [];
    for (const [view, parts] of views) {
      const state = scope === "all" ? parts[0]?.[1] : Object.fromEntries(parts);
      if (state !== undefined) begun.push([view, state]);
    }
    if (entry.kind === "projector") return begun.length > 0 ? Object.fromEntries(begun) : undefined;
    return begun[0]?.[1];
  }

  #endState(initial: Json): { state: Json; keys?: number } {
    const last = this.#keyframes.frames.length - 1;
    if (this.#request.scope === "all") return { state: this.#stateAt(last, [""]) ?? initial };
    const keys = [...new Set(this.#keyframes.names().map(([, key]) => key))];
    let characters = 0;
    const shown = keys.filter((key) => {
      if (characters > endStateCharacters) return false;
      characters += this.#keyframes.stateAt(last, this.#keyframes.names()[0]?.[0] ?? "", key)?.length ?? 0;
      return true;
    });
    const state = this.#stateAt(last, shown) ?? initial;
    return { state, ...(shown.length < keys.length && { keys: keys.length }) };
  }

  #over(records: RawRecord[]): RunRequest {
    const { log, ...input } = this.#request;
    return { ...input, slice: log.slice, records };
  }

  #end(): TraceEnd {
    const [steps, skipped] = [this.#folded, this.#skipped];
    return { kind: "end", verdict: "ok", message: "", at: null, state: null, steps, skipped };
  }

  #stoppedEnd({ source, ...reason }: Failure, state: Json, at: StoppedAt | null): TraceEnd {
    const placed = at && { ...at, ...(source && { source }) };
    return { ...this.#end(), state, ...reason, at: placed };
  }

  /** A place in a window, its steps counted with those before the window. */
  #placed(at: StoppedAt | null, frame: number): StoppedAt | null {
    return at && { ...at, index: (this.#keyframes.frames[frame]?.folded ?? 0) + Math.max(0, at.index) };
  }
}
