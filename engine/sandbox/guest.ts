import { CompileFlags, EvalFlags, Intrinsics, JSException, type JSValueHandle, QuickJS } from "quickjs-wasi";
import { type Batch, numbersPerRecord } from "../fold/batch.ts";
import type { Answer, CompileProblem, LimitHit } from "./answer.ts";
import { Budget } from "./budget.ts";
import { driverLimits, driverSource } from "./driver.ts";
import { limits } from "./limits.ts";
import { type BytesToSet, PassedBytes } from "./passed-bytes.ts";
import { readStates, type WrittenStates } from "./written-states.ts";

/** What a guest is given from outside. */
export interface GuestHooks {
  /** Gets the lines of the learner's console. False when it wants no more of them. */
  print(line: string): boolean;
  /** Gets the states that a fold lane writes out; null where they do not fit together. */
  keep?(states: WrittenStates | null): void;
  /** Where it is not that of a run. */
  memoryBytes?: number;
  bytes?: BytesToSet;
}

/** The name of the learner's module in stack traces. */
export const moduleName = "reducer.ts";

const tooDeepToCompile =
  "One part is nested in the other too deeply here, such as else if in else if: take them apart into functions";

const noFlag = Intrinsics.PERFORMANCE | Intrinsics.DOM_EXCEPTION | Intrinsics.ATOB_BTOA | Intrinsics.WEAK_REF;
/** What the clock shows under the seed 0, in seconds since the epoch. */
const firstSecond = Date.UTC(2026, 0, 1) / 1_000;

/**
 * One fresh engine instance with our driver in it. Clock and random numbers follow from the seed alone. After a `limit`
 * answer the instance must not be used again. Methods throw only when the engine itself fails.
 */
export class Guest {
  readonly #vm: QuickJS;
  readonly #driver: JSValueHandle;
  readonly #methods = new Map<string, JSValueHandle>();
  readonly #budget: Budget;
  readonly #bytes: PassedBytes | null;

  private constructor(vm: QuickJS, driver: JSValueHandle, budget: Budget, bytes: PassedBytes | null) {
    this.#vm = vm;
    this.#driver = driver;
    this.#budget = budget;
    this.#bytes = bytes;
  }

  static async create(wasm: WebAssembly.Module, seed: number, hooks: GuestHooks): Promise<Guest> {
    const { print, keep = () => {}, memoryBytes = limits.guestMemoryBytes } = hooks;
    const budget = new Budget();
    // A second later for each seed: far seeds are years apart. The engine draws its random numbers from the clock.
    const nanoseconds = BigInt(firstSecond + seed) * 1_000_000_000n + BigInt(seed % 1_000) * 1_000_000n;
    const vm = await QuickJS.create({
      wasm,
      memoryLimit: memoryBytes,
      maxStackSize: limits.guestStackBytes,
      timezoneOffset: 0,
      intrinsics: Intrinsics.ALL & ~noFlag,
      interruptHandler: () => budget.tick(),
      wasi: (memory) => ({
        clock_time_get(_clock: number, _precision: bigint, at: number) {
          new DataView(memory.buffer).setBigUint64(at, nanoseconds, true);
          return 0;
        },
        random_get(at: number, length: number) {
          new Uint8Array(memory.buffer, at, length).fill(seed & 0xff);
          return 0;
        },
        fd_write: () => 0,
      }),
    });
    const make = vm.evalBytecode(driverBytecode(wasm, vm));
    const printer = vm.newFunction("print", (line) => {
      if (print(line?.isString ? line.toString() : "")) return vm.true;
      budget.lineTooMany();
      return vm.false;
    });
    const keeper = vm.newFunction("keep", (...texts) => {
      const [names, numbers, lengths, states] = texts.map((text) => (text.isString ? text.toString() : ""));
      keep(readStates(names ?? "", numbers ?? "", lengths ?? "", states ?? ""));
      return vm.undefined;
    });
    const driver = vm.callFunction(make, vm.undefined, vm.hostToHandle(driverLimits), printer, keeper);
    return new Guest(vm, driver, budget, hooks.bytes ? new PassedBytes(vm, hooks.bytes) : null);
  }

  /**
   * Loads the learner's module (JavaScript). The value is an object of export names and their kinds. `freezing` says
   * whether states are frozen after each step.
   */
  async open(code: string, freezing: boolean): Promise<Answer | CompileProblem> {
    this.#budget.renewEvent();
    let promise: JSValueHandle;
    try {
      promise = this.#vm.evalCode(code, moduleName, EvalFlags.TYPE_MODULE);
    } catch (thrown) {
      if (!(thrown instanceof JSException)) throw thrown;
      const hit = this.#limitOf(thrown);
      // Nothing has run yet: here it is the engine's own parser that went too deep.
      if (hit?.limit === "stack") return { kind: "compile", message: tooDeepToCompile, stack: "" };
      if (hit) return hit;
      return { kind: "compile", message: thrown.message, stack: thrown.stack ?? "" };
    }
    // Without top-level await the module's promise is settled already. Pending jobs are never run.
    if (promise.promiseState === 0) return { kind: "compile", message: "top-level await", stack: "" };
    const outcome = await this.#vm.resolvePromise(promise);
    return "value" in outcome
      ? this.#call("open", outcome.value, freezing ? this.#vm.true : this.#vm.false)
      : this.#call("describe", outcome.error);
  }

  begin(slot: string, view: string): Answer {
    return this.#callWithTexts("begin", [slot, view]);
  }

  /** Puts a state in the slot, in place of the initial one. */
  restore(slot: string, state: string): Answer {
    return this.#callWithTexts("restore", [slot, state]);
  }

  step(slot: string, view: string, event: string): Answer {
    return this.#callWithTexts("step", [slot, view, event]);
  }

  peek(): Answer {
    return this.#call("peek");
  }

  peekEvent(): Answer {
    return this.#call("peekEvent");
  }

  decide(slot: string, command: string): Answer {
    return this.#callWithTexts("decide", [slot, command]);
  }

  upcast(event: string): Answer {
    return this.#callWithTexts("upcast", [event]);
  }

  call(name: string, args: string): Answer {
    return this.#callWithTexts("call", [name, args]);
  }

  /** Compiles an expression to be asked after each step: the breakpoint, or one more watch. */
  watch(expression: string, breaking: boolean): Answer {
    return this.#callWithTexts("watch", [expression], breaking ? this.#vm.true : this.#vm.false);
  }

  /** What the expressions say of the step made last in this slot of these read models (one empty name for a reducer). */
  watched(slot: string, views: string[], key: string | null): Answer {
    const handle = key === null ? this.#vm.null : this.#vm.newString(key);
    try {
      return this.#callWithTexts("watched", [slot, JSON.stringify(views)], handle);
    } finally {
      if (key !== null) handle.dispose();
    }
  }

  /** Makes this guest one of the fold lane: `views` are the names of the read models, one empty name for a reducer. */
  openLane(views: string[], byKey: boolean): Answer {
    return this.#callWithTexts("openLane", [JSON.stringify(views)], byKey ? this.#vm.true : this.#vm.false);
  }

  /** Folds a batch with a budget of its own. `at` is the number of the record that was in work when it ended. */
  foldBatch({ topic, keys, values, numbers }: Batch): { answer: Answer; at: number } {
    this.#budget.renewAll();
    const columns = this.#vm.newArrayBuffer(new Uint8Array(new Float64Array([0, ...numbers]).buffer));
    const count = this.#vm.newNumber(numbers.length / numbersPerRecord);
    try {
      const answer = this.#callWithTexts("foldBatch", [topic, keys, values], columns, count);
      // Read from outside: after a limit no more code runs in there.
      const at = new DataView(columns.toUint8Array().slice(0, 8).buffer).getFloat64(0, true);
      return { answer, at };
    } finally {
      columns.dispose();
      count.dispose();
    }
  }

  /** What the watches say after the record of a lane that was folded last. */
  watchedInLane(): Answer {
    return this.#call("watchedInLane");
  }

  /** Hands `keep` every state that changed since the last time. */
  writeChanged(): Answer {
    this.#budget.renewAll();
    return this.#call("writeChanged");
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

  dispose(): void {
    this.#vm.dispose();
  }

  #callWithTexts(method: string, texts: string[], ...others: JSValueHandle[]): Answer {
    const handles = texts.map((text) => this.#vm.newString(text));
    try {
      return this.#call(method, ...handles, ...others);
    } finally {
      for (const handle of handles) handle.dispose();
    }
  }

  #call(method: string, ...args: JSValueHandle[]): Answer {
    this.#budget.renewEvent();
    let result: JSValueHandle;
    try {
      result = this.#vm.callFunction(this.#method(method), this.#driver, ...args);
    } catch (thrown) {
      if (!(thrown instanceof JSException)) throw thrown;
      const hit = this.#limitOf(thrown);
      thrown.dispose();
      if (hit) return hit;
      return { kind: "threw", thrown: { kind: "unprintable", name: "", message: "", stack: "" } };
    }
    return result.consume((handle) =>
      handle.isString ? this.#read(handle.toString()) : { kind: "unreadable" },
    );
  }

  #method(name: string): JSValueHandle {
    const known = this.#methods.get(name) ?? this.#driver.getProp(name);
    this.#methods.set(name, known);
    return known;
  }

  #read(answer: string): Answer {
    const rest = answer.slice(1);
    if (answer[0] === "=") return { kind: "value", json: rest };
    if (answer[0] === "~") return { kind: "promise" };
    try {
      const told = JSON.parse(rest);
      if (answer[0] === "!") return { kind: "invalid", reason: String(told.reason), path: String(told.path) };
      if (answer[0] !== "*") return { kind: "unreadable" };
      const thrown = {
        kind: String(told.kind),
        name: String(told.name),
        message: String(told.message),
        stack: String(told.stack),
      };
      return this.#limitOf(thrown) ?? { kind: "threw", thrown };
    } catch {
      return { kind: "unreadable" };
    }
  }

  #limitOf({
    name,
    message,
    stack = "",
  }: {
    name: string;
    message: string;
    stack?: string;
  }): LimitHit | null {
    const hit = (limit: LimitHit["limit"]): LimitHit => ({ kind: "limit", limit, stack });
    if (this.#budget.spent) return hit(this.#budget.spent);
    if (name === "InternalError" && message === "out of memory") return hit("memory");
    if (name === "RangeError" && message === "Maximum call stack size exceeded") return hit("stack");
    // The compiler of regular expressions has words of its own.
    if (name === "SyntaxError" && message === "stack overflow") return hit("stack");
    return null;
  }
}

const compiled = new WeakMap<WebAssembly.Module, Uint8Array>();

/** The driver, compiled once for a module: that halves what a fresh instance costs. */
function driverBytecode(wasm: WebAssembly.Module, vm: QuickJS): Uint8Array {
  const { STRIP_SOURCE } = CompileFlags; // or `String(console.log)` would tell it
  const known = compiled.get(wasm) ?? vm.compile(driverSource, "driver", EvalFlags.STRICT, STRIP_SOURCE);
  compiled.set(wasm, known);
  return known;
}
