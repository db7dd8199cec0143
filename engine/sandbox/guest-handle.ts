import { EvalFlags, JSException, type JSValueHandle, type QuickJS } from "quickjs-wasi";
import { type ColumnarBatch, numbersPerRecord } from "../fold/columnar-batch.ts";
import { BytesSetByGuest, type BytesToSet } from "./bytes-set-by-guest.ts";
import type { IsCancelled } from "./cancellation.ts";
import { DriverCalls } from "./driver-calls.ts";
import type { CompileProblem, GuestCallResult } from "./guest-call-result.ts";
import { type InstanceUse, useInstance } from "./instance-pool.ts";
import { limits } from "./limits.ts";
import { connectDriver } from "./load-driver.ts";
import { MemoryUse } from "./memory-use.ts";
import { TickBudget } from "./tick-budget.ts";
import type { WrittenStates } from "./written-states.ts";

/** What a guest is given from outside. */
export interface GuestHooks {
  /** Gets the lines of the learner's console. False when it wants no more of them. */
  print(line: string): boolean;
  /** Gets the states that a fold lane writes out; null where they do not fit together. */
  keep?(states: WrittenStates | null): void;
  /** Where it is not that of a run. */
  memoryBytes?: number;
  /** Is asked at the engine's ticks and before each call. */
  isGivenUp?: IsCancelled;
  bytes?: BytesToSet;
}

/** The name of the learner's module in stack traces. */
export const moduleName = "reducer.ts";

const tooDeepToCompile = "nested too deeply";

/**
 * An engine instance with our driver in it, in which no code has run yet. Clock and random numbers follow from the seed
 * alone. After a `limit` answer no more code may run in it. Methods throw `FoldCancelled` when the fold was given up from outside. Any other
 * error they throw is a failure of the engine itself.
 */
export class GuestHandle {
  readonly #vm: QuickJS;
  readonly #end: () => void;
  readonly #calls: DriverCalls;
  readonly #budget: TickBudget;
  readonly #memory: MemoryUse;
  readonly #bytes: BytesSetByGuest | null;

  private constructor(
    { vm, end }: InstanceUse,
    calls: DriverCalls,
    budget: TickBudget,
    memory: MemoryUse,
    bytes: BytesSetByGuest | null,
  ) {
    this.#vm = vm;
    this.#end = end;
    this.#calls = calls;
    this.#budget = budget;
    this.#memory = memory;
    this.#bytes = bytes;
  }

  static async create(wasm: WebAssembly.Module, seed: number, hooks: GuestHooks): Promise<GuestHandle> {
    const { print, keep = () => {}, memoryBytes = limits.guestMemoryBytes } = hooks;
    const use = await useInstance(wasm, { seed, memoryBytes }, () => budget.tick(() => memory.isFull));
    const { vm } = use;
    const budget = new TickBudget(use.ticksAtStart);
    const memory = new MemoryUse(vm, memoryBytes, use.bytesAtStart);
    connectDriver(vm, {
      print(line) {
        const wanted = print(line);
        if (!wanted) budget.lineTooMany();
        return wanted;
      },
      keep,
      wasFull: () => memory.wasFull,
      charge: (values) => budget.readValues(values),
    });
    if (hooks.isGivenUp) budget.endWhen(hooks.isGivenUp);
    const calls = new DriverCalls(vm, use.driver, budget, memory);
    return new GuestHandle(
      use,
      calls,
      budget,
      memory,
      hooks.bytes ? new BytesSetByGuest(vm, hooks.bytes) : null,
    );
  }

  /**
   * Loads the learner's module (JavaScript). The value is an object of export names and their kinds. `freezing` says
   * whether states are frozen after each step.
   */
  async open(code: string, freezing: boolean): Promise<GuestCallResult | CompileProblem> {
    this.#calls.begin();
    let promise: JSValueHandle;
    try {
      promise = this.#vm.evalCode(code, moduleName, EvalFlags.TYPE_MODULE);
    } catch (thrown) {
      if (!(thrown instanceof JSException)) throw thrown;
      const hit = this.#calls.limitOf(thrown);
      // Nothing has run yet: here it is the engine's own parser that went too deep.
      if (hit?.limit === "stack") return { kind: "compile", message: tooDeepToCompile, stack: "" };
      if (hit) return hit;
      return { kind: "compile", message: thrown.message, stack: thrown.stack ?? "" };
    }
    // Without top-level await the module's promise is settled already. Pending jobs are never run.
    if (promise.promiseState === 0) return { kind: "compile", message: "top-level await", stack: "" };
    const outcome = await this.#vm.resolvePromise(promise);
    return "value" in outcome
      ? this.#calls.call("open", [], outcome.value, freezing ? this.#vm.true : this.#vm.false)
      : this.#calls.call("describe", [], outcome.error);
  }

  begin(slot: string, view: string): GuestCallResult {
    return this.#calls.call("begin", [slot, view]);
  }

  /** Puts a state in the slot, in place of the initial one. */
  restore(slot: string, state: string): GuestCallResult {
    return this.#calls.call("restore", [slot, state]);
  }

  /** Does the same with a state that this guest has answered. It does not count against the run's budget. */
  rebuild(slot: string, state: string): void {
    this.#budget.withoutCounting(() => this.restore(slot, state));
  }

  step(slot: string, view: string, event: string): GuestCallResult {
    return this.#calls.call("step", [slot, view, event]);
  }

  peek(): GuestCallResult {
    return this.#calls.call("peek");
  }

  peekEvent(): GuestCallResult {
    return this.#calls.call("peekEvent");
  }

  decide(slot: string, command: string): GuestCallResult {
    return this.#calls.call("decide", [slot, command]);
  }

  upcast(event: string): GuestCallResult {
    return this.#calls.call("upcast", [event]);
  }

  call(name: string, args: string): GuestCallResult {
    return this.#calls.call("call", [name, args]);
  }

  /** Compiles an expression to be asked after each step: the breakpoint, or one more watch. */
  watch(expression: string, breaking: boolean): GuestCallResult {
    return this.#calls.call("watch", [expression], breaking ? this.#vm.true : this.#vm.false);
  }

  /** What the expressions say of the step made last in this slot of these read models (one empty name for a reducer). */
  watched(slot: string, views: string[], key: string | null): GuestCallResult {
    return this.#calls.call("watched", [slot, JSON.stringify(views), key]);
  }

  /** Makes this guest one of the fold lane: `views` are the names of the read models, one empty name for a reducer. */
  openLane(views: string[], byKey: boolean): GuestCallResult {
    return this.#calls.call("openLane", [JSON.stringify(views)], byKey ? this.#vm.true : this.#vm.false);
  }

  /** Gives a key of a lane the state that was kept, as JSON. */
  restoreInLane(view: string, key: string, state: string): GuestCallResult {
    this.#budget.renewAll();
    return this.#calls.call("restoreState", [view, key, state]);
  }

  /** Folds a batch with a budget of its own. `at` is the number of the record that was in work when it ended. */
  foldBatch({ topic, keys, values, numbers }: ColumnarBatch): { answer: GuestCallResult; at: number } {
    this.#budget.renewAll();
    let columns: JSValueHandle;
    try {
      columns = this.#vm.newArrayBuffer(new Uint8Array(new Float64Array([0, ...numbers]).buffer));
    } catch (thrown) {
      return { answer: this.#calls.answerTo(thrown), at: 0 };
    }
    const count = this.#vm.newNumber(numbers.length / numbersPerRecord);
    try {
      const answer = this.#calls.call("foldBatch", [topic, keys, values], columns, count);
      // Read from outside: after a limit no more code runs in there.
      const at = new DataView(columns.toUint8Array().slice(0, 8).buffer).getFloat64(0, true);
      return { answer, at };
    } finally {
      columns.dispose();
      count.dispose();
    }
  }

  /** What the watches say after the record of a lane that was folded last. */
  watchedInLane(): GuestCallResult {
    return this.#calls.call("watchedInLane");
  }

  /** Hands `keep` every state that changed since the last time. */
  writeChanged(): GuestCallResult {
    this.#budget.renewAll();
    return this.#calls.call("writeChanged");
  }

  /** The bytes of `hooks` that were set since the last time; null where there are none, or none any more. */
  takeBytes(): Uint8Array | null {
    return this.#bytes?.take() ?? null;
  }

  /** Whether the learner's code has put something off with a promise. It is never done. */
  get hasPendingJobs(): boolean {
    // The package has no method for it that would not also do the jobs.
    const { exports } = this.#vm as unknown as { exports: { qjs_is_job_pending(): number } };
    return exports.qjs_is_job_pending() !== 0;
  }

  /** A new budget, for another fold in the same instance. */
  renew(): void {
    this.#budget.renewAll();
  }

  /** Whether the memory was used up at some time. */
  get memoryWasFull(): boolean {
    return this.#memory.wasFull;
  }

  dispose(): void {
    this.#end();
  }
}
