import { JSException, type JSValueHandle, type QuickJS } from "quickjs-wasi";
import { FoldCancelled } from "./cancellation.ts";
import type { GuestCallResult, LimitHit } from "./guest-call-result.ts";
import { type EngineError, limitOfError, mayHideFullMemory } from "./limit-of-error.ts";
import type { MemoryUse } from "./memory-use.ts";
import type { TickBudget } from "./tick-budget.ts";

/** Calls the driver inside an engine instance and reads what it answers, within the budget and the memory of a fold. */
export class DriverCalls {
  readonly #vm: QuickJS;
  readonly #driver: JSValueHandle;
  readonly #methods = new Map<string, JSValueHandle>();
  readonly #budget: TickBudget;
  readonly #memory: MemoryUse;

  constructor(vm: QuickJS, driver: JSValueHandle, budget: TickBudget, memory: MemoryUse) {
    this.#vm = vm;
    this.#driver = driver;
    this.#budget = budget;
    this.#memory = memory;
  }

  /** Calls a method of the driver with these texts, and with what follows them. */
  call(method: string, texts: (string | null)[] = [], ...others: JSValueHandle[]): GuestCallResult {
    this.begin();
    const given: JSValueHandle[] = [];
    try {
      for (const text of texts) given.push(text === null ? this.#vm.null : this.#vm.newString(text));
      const result = this.#vm.callFunction(this.#method(method), this.#driver, ...given, ...others);
      const answer: GuestCallResult = result.consume((handle) =>
        handle.isString ? this.#read(handle.toString()) : { kind: "unreadable" },
      );
      if (answer.kind === "value") this.#budget.tookCharacters(answer.json.length);
      const { spent } = this.#budget;
      if (spent) return { kind: "limit", limit: spent, stack: "" };
      return answer.kind === "unreadable" && this.#memory.wasFull ? memoryHit : answer;
    } catch (thrown) {
      return this.answerTo(thrown);
    } finally {
      for (const handle of given) handle.dispose();
    }
  }

  /** What an error that the driver did not catch means: a limit, an error of the engine, or a failure to read an error. */
  answerTo(thrown: unknown): GuestCallResult {
    if (thrown instanceof JSException) {
      const uncatchable = this.#vm._getExports().qjs_is_uncatchable_error(thrown.handle.ptr) !== 0;
      const { message, stack = "" } = thrown;
      // The name is read from a prototype, which the learner's code may have changed.
      const name = uncatchable ? "InternalError" : thrown.name;
      thrown.dispose();
      const hit = this.limitOf({ name, message, stack });
      if (hit) return hit;
      if (uncatchable) return { kind: "threw", thrown: { kind: "object", name, message, stack } };
    }
    if (this.#memory.wasFull) return memoryHit;
    if (!(thrown instanceof JSException)) throw thrown;
    return { kind: "threw", thrown: { kind: "unprintable", name: "", message: "", stack: "" } };
  }

  /** Begins a call with a fresh budget for one record. Throws `FoldCancelled`. */
  begin(): void {
    if (this.#budget.givenUp) throw new FoldCancelled();
    this.#budget.renewEvent();
  }

  #method(name: string): JSValueHandle {
    const known = this.#methods.get(name) ?? this.#driver.getProp(name);
    this.#methods.set(name, known);
    return known;
  }

  #read(answer: string): GuestCallResult {
    const rest = answer.slice(1);
    if (answer[0] === "=") return { kind: "value", json: rest };
    if (answer[0] === "~") return { kind: "promise" };
    try {
      const said = JSON.parse(rest);
      if (answer[0] === "!") return { kind: "invalid", reason: String(said.reason), path: String(said.path) };
      if (answer[0] !== "*") return { kind: "unreadable" };
      const thrown = {
        kind: String(said.kind),
        name: String(said.name),
        message: String(said.message),
        stack: String(said.stack),
      };
      return this.limitOf(thrown) ?? { kind: "threw", thrown };
    } catch (error) {
      if (error instanceof FoldCancelled) throw error;
      return { kind: "unreadable" };
    }
  }

  /** The limit that an error of the engine stands for; null where it is the learner's own error. Throws `FoldCancelled`. */
  limitOf(error: EngineError): LimitHit | null {
    const { spent, givenUp } = this.#budget;
    if (spent) return { kind: "limit", limit: spent, stack: error.stack ?? "" };
    if (givenUp) throw new FoldCancelled();
    return limitOfError(error) ?? (mayHideFullMemory(error) && this.#memory.wasFull ? memoryHit : null);
  }
}

const memoryHit: LimitHit = { kind: "limit", limit: "memory", stack: "" };
