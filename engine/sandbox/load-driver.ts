import type { HostFunction, JSValueHandle, QuickJS } from "quickjs-wasi";
import { driverBytecode } from "./driver-bytecode.ts";
import { limits } from "./limits.ts";
import { readStates, type WrittenStates } from "./written-states.ts";

/** What the driver needs to know of the limits: `maximum` in driver/host.js. */
const driverLimits = {
  stateDepth: limits.stateDepth,
  stateValues: limits.stateValues,
  stateCharacters: limits.stateCharacters,
  consoleLineCharacters: limits.consoleLineCharacters,
  errorCharacters: limits.errorCharacters,
  watchCharacters: limits.watchCharacters,
  laneBreaks: limits.laneBreaks,
};

/** What the driver calls outside the engine. */
export interface DriverHooks {
  /** Gets a line of the learner's console. False when no more lines are wanted. */
  print(line: string): boolean;
  /** Gets the states that a fold lane writes out; null where they do not fit together. */
  keep(states: WrittenStates | null): void;
  /** Whether the memory was full at some time. */
  wasFull(): boolean;
  /** Gets how many values of a state or an answer were read. */
  charge(values: number): void;
}

/** The driver's names for them, in the order in which it takes them. */
const hookNames = ["print", "keep", "wasFull", "charge"] as const;

/** Evaluates the driver in a fresh instance and gives the object whose methods the host calls. It calls no hook yet. */
export async function loadDriver(wasm: WebAssembly.Module, vm: QuickJS): Promise<JSValueHandle> {
  const runModules = vm.evalBytecode(await driverBytecode(wasm));
  const openDriver = vm.callFunction(runModules, vm.undefined);
  const hooks = hookNames.map((name) => vm.newFunction(name, () => vm.undefined));
  return vm.callFunction(openDriver, vm.undefined, vm.hostToHandle(driverLimits), ...hooks);
}

/** From now on a loaded driver calls these hooks. */
export function connectDriver(vm: QuickJS, hooks: DriverHooks): void {
  const callbacks: Record<(typeof hookNames)[number], HostFunction> = {
    print: (line) => (hooks.print(line?.isString ? line.toString() : "") ? vm.true : vm.false),
    keep(...texts) {
      const [names, numbers, lengths, states] = texts.map((text) => (text.isString ? text.toString() : ""));
      hooks.keep(readStates(names ?? "", numbers ?? "", lengths ?? "", states ?? ""));
      return vm.undefined;
    },
    wasFull: () => (hooks.wasFull() ? vm.true : vm.false),
    charge(values) {
      hooks.charge(values?.isNumber ? values.toNumber() : 0);
      return vm.undefined;
    },
  };
  for (const name of hookNames) vm.registerHostCallback(name, callbacks[name]);
}
