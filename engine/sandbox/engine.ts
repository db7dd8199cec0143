import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Json } from "../fold/json.ts";
import {
  keyframeInterval,
  type SourcePlace,
  type StoppedAt,
  type TraceEnd,
  type TraceMessage,
} from "../fold/trace.ts";
import { linesEnd } from "../line-coverage/end-message.ts";
import type { LinesMessage } from "../line-coverage/line-coverage-messages.ts";
import { FoldCancelled, type IsCancelled, neverCancelled } from "./cancellation.ts";
import { firstDifference, otherSeed } from "./determinism.ts";
import { mayBeDestructuring, placeOfDestructuring } from "./failed-destructuring.ts";
import { type FoldEnd, fold, type RawStep } from "./fold.ts";
import { engineFault, type Failure, givenUpFailure } from "./fold-failures.ts";
import { limits } from "./limits.ts";
import { firstMutation } from "./mutation.ts";
import { type OpenedModule, openLearnerModule, prepareSource } from "./open-module.ts";
import type { Health, RunRequest } from "./run-request.ts";
import { TraceState } from "./trace-state.ts";
import { askedOf, hasWatches, type WatchResult, watchIn } from "./watch-expressions.ts";

/** Fold semantics and QuickJS-NG's own version: a trace is a function of both. */
export const engineVersion = "fold-3 quickjs-ng-0.18.0";

export interface Engine {
  /** Folds and emits `start`, steps, keyframes and exactly one `end`. Does not throw. */
  run(
    request: RunRequest,
    emit: (message: TraceMessage) => void,
    /** Is told before the records are folded once more, for a second look. */
    onAgain?: () => void,
  ): Promise<Health>;
  /** Tells the lines that each step of a run goes through, and exactly one `end`. Does not throw. */
  lines(request: RunRequest, emit: (message: LinesMessage) => void): Promise<Health>;
}

/**
 * An engine over the compiled module of QuickJS; bound its memory first (`boundWasmMemory`). A fold for which `isGivenUp`
 * becomes true ends `cancelled` at the engine's next tick or at the next record.
 */
export function createEngine(wasm: WebAssembly.Module, isGivenUp = neverCancelled): Engine {
  return {
    run: (request, emit, onAgain) => new Run(wasm, isGivenUp, request, emit, onAgain).execute(),
    // The parser is loaded when lines are requested: a run does not need it.
    lines: (request, emit) =>
      import("../line-coverage/collect-line-coverage.ts").then(
        ({ collectLineCoverage }) => collectLineCoverage(wasm, isGivenUp, request, emit),
        () => {
          emit(linesEnd("unavailable"));
          return "healthy";
        },
      ),
  };
}

class Run {
  readonly #wasm: WebAssembly.Module;
  readonly #isGivenUp: IsCancelled;
  readonly #request: RunRequest;
  readonly #emit: (message: TraceMessage) => void;
  readonly #onAgain: () => void;
  readonly #console = new ConsoleBudget();
  readonly #state = new TraceState();
  #steps = 0;
  #started = false;

  constructor(
    wasm: WebAssembly.Module,
    isGivenUp: IsCancelled,
    request: RunRequest,
    emit: (message: TraceMessage) => void,
    onAgain: () => void = () => {},
  ) {
    this.#wasm = wasm;
    this.#isGivenUp = isGivenUp;
    this.#request = request;
    this.#emit = emit;
    this.#onAgain = onAgain;
  }

  async execute(): Promise<Health> {
    try {
      const prepared = prepareSource(this.#request.source);
      if ("stop" in prepared) {
        this.#end(prepared.stop, null, 0);
        return prepared.fault ? "fault" : "healthy";
      }
      await this.#fold(prepared.code);
      return "healthy";
    } catch (error) {
      if (error instanceof FoldCancelled) {
        this.#end(givenUpFailure, null, 0);
        return "healthy";
      }
      // Whatever the engine itself throws may carry its own paths and text: the learner gets a sentence of ours.
      this.#end(engineFault(), null, 0);
      return "fault";
    }
  }

  async #fold(code: string): Promise<void> {
    const opened = await this.#openModule(code, true, this.#request.seed);
    if (!("guest" in opened)) return this.#end(opened, null, 0);
    const problem = watchIn(opened, this.#request);
    if (problem) {
      opened.guest.dispose();
      return this.#end(problem, null, 0);
    }
    const asking = hasWatches(this.#request);
    const rawSteps = fold(opened.guest, this.#request, opened.views);
    const seen: RawStep[] = [];
    for (let next = rawSteps.next(); ; next = rawSteps.next()) {
      if (next.done) {
        opened.guest.dispose();
        return this.#conclude(code, seen, next.value);
      }
      seen.push(next.value);
      if (opened.guest.hasPendingJobs) this.#console.note(putOff);
      if (!this.#started) this.#start(next.value);
      else {
        const asked = asking && next.value.event ? askedOf(opened, this.#request, next.value) : {};
        this.#step(next.value, "verdict" in asked ? {} : asked);
        if ("verdict" in asked) {
          opened.guest.dispose();
          return this.#end(asked, next.value.position, 0);
        }
      }
    }
  }

  /** A second look before the end: was a state changed in place, does a second fold give the same? */
  async #conclude(
    code: string,
    seen: RawStep[],
    { stop, thrown, position, skipped }: FoldEnd,
  ): Promise<void> {
    const again = (freezing: boolean) => this.#openAgain(code, freezing, otherSeed(this.#request.seed));
    if (stop?.verdict === "threw") {
      const mutation = await firstMutation(again, this.#request, { stop, thrown }, seen.length);
      const { stop: told = stop, ...found } = mutation ?? {};
      const source = thrown && mayBeDestructuring(thrown) ? await this.#destructuring(code) : undefined;
      return this.#end({ ...told, ...(source && { source }) }, position, skipped, found);
    }
    if (!stop && this.#request.twice !== false && this.#request.records.length <= limits.traceRecords) {
      const difference = await firstDifference(again, this.#request, seen, this.#onAgain);
      if (difference) return this.#end(difference.stop, difference.position, skipped, {}, difference.index);
    }
    this.#end(stop, position, skipped);
  }

  #destructuring(code: string): Promise<SourcePlace | undefined> {
    const again = (marked: string) => this.#openAgain(marked, true, this.#request.seed);
    return placeOfDestructuring(again, this.#request, code);
  }

  /** For another fold; what it prints was printed the first time. */
  #openAgain(code: string, freezing: boolean, seed: number): Promise<OpenedModule | Failure> {
    this.#onAgain();
    return this.#openModule(code, freezing, seed, new ConsoleBudget());
  }

  #openModule(
    code: string,
    freezing: boolean,
    seed: number,
    console: ConsoleBudget = this.#console,
  ): Promise<OpenedModule | Failure> {
    const { source, entry } = this.#request;
    return openLearnerModule(
      this.#wasm,
      { code, source, entry, seed },
      { freezing, print: (line) => console.print(line), isGivenUp: this.#isGivenUp },
    );
  }

  #start(moment: RawStep | null): void {
    const { runId, entry, scope, seed, slice, source } = this.#request;
    if (moment) this.#state.advance(moment.written);
    const sourceHash = bytesToHex(sha256(utf8ToBytes(source)));
    this.#started = true;
    this.#emit({
      kind: "start",
      runId,
      engine: engineVersion,
      entry,
      scope,
      seed,
      slice,
      sourceHash,
      state: this.#state.snapshot(),
    });
  }

  #step({ position, key, event, command, written, result }: RawStep, asked: WatchResult): void {
    const patch = this.#state.advance(written);
    const index = this.#steps++;
    this.#emit({
      kind: "step",
      index,
      position,
      key,
      event,
      ...(command && { command }),
      patch,
      console: this.#console.take(),
      ...(result !== undefined && { result: JSON.parse(result) as Json }),
      ...asked,
    });
    if ((index + 1) % keyframeInterval === 0)
      this.#emit({ kind: "keyframe", index, state: this.#state.snapshot() });
  }

  #end(
    stop: Failure | null,
    position: StoppedAt["position"],
    skipped: number,
    found: Pick<StoppedAt, "mutated" | "changed"> = {},
    index = this.#started ? this.#steps : -1,
  ): void {
    if (!this.#started) this.#start(null);
    const printed = this.#console.take();
    const end: TraceEnd = {
      kind: "end",
      verdict: stop?.verdict ?? "ok",
      message: stop?.message ?? "",
      ...(stop && { sentences: stop.sentences }),
      at: stop && {
        index,
        position,
        ...(stop.source && { source: stop.source }),
        ...(printed.length > 0 && { console: printed }),
        ...found,
      },
      state: this.#state.snapshot(),
      steps: this.#steps,
      skipped,
    };
    this.#emit(end);
  }
}

const putOff = "Work that is deferred here with a promise never runs: a fold does not wait.";

/** The learner's console lines of the step that is running, within the run's limits. */
class ConsoleBudget {
  #lines: string[] = [];
  #count = 0;
  #characters = 0;
  #noted = false;

  /** Whether more lines may come. */
  print(line: string): boolean {
    if (this.#full) return false;
    this.#count++;
    this.#characters += line.length;
    this.#lines.push(this.#full ? "The output is cut here." : line.slice(0, limits.consoleLineCharacters));
    return !this.#full;
  }

  /** Adds a line of ours, once. */
  note(line: string): void {
    if (this.#noted) return;
    this.#noted = true;
    this.#lines.push(line);
  }

  get #full(): boolean {
    return this.#count > limits.consoleLines || this.#characters > limits.consoleCharacters;
  }

  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }
}
