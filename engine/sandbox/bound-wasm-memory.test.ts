import { readFile } from "node:fs/promises";
import { QuickJS } from "quickjs-wasi";
import { expect, test } from "vitest";
import { boundWasmMemory } from "./bound-wasm-memory.ts";

const wasm = await readFile(new URL(import.meta.resolve("quickjs-wasi/quickjs.wasm")));

test("a module whose memory is bounded refuses to grow past the bound, without QuickJS's own limit", async () => {
  const vm = await QuickJS.create({ wasm: boundWasmMemory(wasm, 16 * 2 ** 20) });
  const grow = () => vm.evalCode("const a = []; for (;;) a.push('x'.repeat(1 << 20))");
  expect(grow).toThrow(/out of memory/);
  expect(vm.getMemoryUsage().mallocSize).toBeLessThan(16 * 2 ** 20);
});

test("bytes that are no module with a memory are refused", () => {
  expect(() => boundWasmMemory(new Uint8Array(8), 2 ** 20)).toThrow(/no memory/);
});
