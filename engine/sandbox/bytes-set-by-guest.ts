import type { JSValueHandle, QuickJS } from "quickjs-wasi";

/** Bytes for the learner's module to set as it runs. The first statement that reads `name` takes them, and the name goes. */
export interface BytesToSet {
  name: string;
  count: number;
}

const giving = `(name, buffer) => {
  const bytes = new Uint8Array(buffer);
  Object.defineProperty(globalThis, name, { configurable: true, get() { delete globalThis[name]; return bytes; } });
}`;

/** The same bytes from outside. Reading and clearing them runs no code in the engine: that works after a limit too. */
export class BytesSetByGuest {
  readonly #vm: QuickJS;
  readonly #buffer: JSValueHandle;
  readonly #lengthAt: number;

  constructor(vm: QuickJS, { name, count }: BytesToSet) {
    this.#vm = vm;
    this.#buffer = vm.newArrayBuffer(new Uint8Array(count));
    this.#lengthAt = vm._getExports().wasm_malloc(4);
    const [give, given] = [vm.evalCode(giving, "driver"), vm.newString(name)];
    vm.callFunction(give, vm.undefined, given, this.#buffer).dispose();
    for (const handle of [give, given]) handle.dispose();
  }

  /** The bytes that were set since the last time, now cleared; null where the learner's code has taken the buffer away. */
  take(): Uint8Array | null {
    const { memory, qjs_get_array_buffer: bufferOf } = this.#vm._getExports();
    const at = bufferOf(this.#buffer.ptr, this.#lengthAt);
    if (at === 0) return null;
    const length = new DataView(memory.buffer).getUint32(this.#lengthAt, true);
    const bytes = new Uint8Array(memory.buffer, at, length);
    const taken = bytes.slice();
    bytes.fill(0);
    return taken;
  }
}
