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
import type { LinesMessage } from "../lit-lines/messages.ts";
import { linesEnd } from "../lit-lines/sentences.ts";
import { mayBeDestructuring, placeOfDestructuring } from "./destructuring.ts";
import { firstDifference, firstMutation, otherSeed } from "./doubt.ts";
import { type FoldEnd, fold, type Moment } from "./fold.ts";
import { limits } from "./limits.ts";
import { type Opened, open, prepare } from "./open.ts";
import type { Health, RunRequest } from "./run-request.ts";
import { engineFault, type Stop } from "./stops.ts";
import { type Asked, askedOf, asks, watchIn } from "./watching.ts";
import { TraceState } from "./written.ts";

/** Fold semantics and QuickJS-NG's own version: a trace is a function of both. */
export const engineVersion = "fold-2 quickjs-ng-0.17.0";

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

/** An engine over the compiled module of QuickJS; bound its memory first (`boundMemory`). */
export function createEngine(wasm: WebAssembly.Module): Engine {
  return {
    run: (request, emit, onAgain) => new Run(wasm, request, emit, onAgain).execute(),
    // The parser is loaded when lines are asked for: a run has no need of it.
    lines: (request, emit) =>
      import("../lit-lines/pass.ts").then(
        ({ litLines }) => litLines(wasm, request, emit),
        () => {
          emit(linesEnd("unavailable"));
          return "healthy";
        },
      ),
  };
}

class Run {
  readonly #wasm: WebAssembly.Module;
  readonly #request: RunRequest;
  readonly #emit: (message: TraceMessage) => void;
  readonly #onAgain: () => void;
  readonly #console = new ConsoleBudget();
  readonly #state = new TraceState();
  #steps = 0;
  #started = false;

  constructor(
    wasm: WebAssembly.Module,
    request: RunRequest,
    emit: (message: TraceMessage) => void,
    onAgain: () => void = () => {},
  ) {
    this.#wasm = wasm;
    this.#request = request;
    this.#emit = emit;
    this.#onAgain = onAgain;
  }

  async execute(): Promise<Health> {
    try {
      const prepared = prepare(this.#request.source);
      if ("stop" in prepared) {
        this.#end(prepared.stop, null, 0);
        return prepared.fault ? "fault" : "healthy";
      }
      await this.#fold(prepared.code);
      return "healthy";
    } catch {
      // Whatever the engine itself throws may carry its own paths and text: the learner gets a sentence of ours.
      this.#end(engineFault(), null, 0);
      return "fault";
    }
  }

  async #fold(code: string): Promise<void> {
    const opened = await this.#open(code, true, this.#request.seed);
    if (!("guest" in opened)) return this.#end(opened, null, 0);
    const problem = watchIn(opened, this.#request);
    if (problem) {
      opened.guest.dispose();
      return this.#end(problem, null, 0);
    }
    const asking = asks(this.#request);
    const moments = fold(opened.guest, this.#request, opened.views);
    const seen: Moment[] = [];
    for (let next = moments.next(); ; next = moments.next()) {
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
  async #conclude(code: string, seen: Moment[], { stop, thrown, position, skipped }: FoldEnd): Promise<void> {
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
  #openAgain(code: string, freezing: boolean, seed: number): Promise<Opened | Stop> {
    this.#onAgain();
    return this.#open(code, freezing, seed, new ConsoleBudget());
  }

  #open(
    code: string,
    freezing: boolean,
    seed: number,
    console: ConsoleBudget = this.#console,
  ): Promise<Opened | Stop> {
    const { source, entry } = this.#request;
    return open(
      this.#wasm,
      { code, source, entry, seed },
      { freezing, print: (line) => console.print(line) },
    );
  }

  #start(moment: Moment | null): void {
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

  #step({ position, key, event, command, written, result }: Moment, asked: Asked): void {
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
    stop: Stop | null,
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

const putOff = "What was put off here with a promise is never done: a fold does not wait.";

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
