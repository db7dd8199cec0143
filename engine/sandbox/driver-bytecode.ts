import { CompileFlags, EvalFlags } from "quickjs-wasi";
import { driverSource } from "./driver-source.ts";
import { limits } from "./limits.ts";
import { createQuickJsInstance } from "./quickjs-instance.ts";

const compiled = new WeakMap<WebAssembly.Module, Promise<Uint8Array>>();

/** The driver, compiled once for each module, in an instance of its own: in every other one the driver lies the same. */
export function driverBytecode(wasm: WebAssembly.Module): Promise<Uint8Array> {
  const known = compiled.get(wasm) ?? compileDriver(wasm);
  compiled.set(wasm, known);
  return known;
}

async function compileDriver(wasm: WebAssembly.Module): Promise<Uint8Array> {
  const vm = await createQuickJsInstance(wasm, 0, limits.guestMemoryBytes, () => false);
  // Otherwise `String(console.log)` would show the driver's source.
  const { STRIP_SOURCE } = CompileFlags;
  try {
    return vm.compile(driverSource, "driver", EvalFlags.STRICT, STRIP_SOURCE);
  } finally {
    vm.dispose();
  }
}
