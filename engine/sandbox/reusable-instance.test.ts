import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { projector, reducer } from "../testing/generated/programs.ts";
import { boundWasmMemory, readUnsigned } from "./bound-wasm-memory.ts";
import { createEngine, type Engine } from "./engine.ts";
import { GuestHandle } from "./guest-handle.ts";
import { useInstance } from "./instance-pool.ts";
import { limits } from "./limits.ts";
import { ReusableInstance } from "./reusable-instance.ts";
import { recordsOf, reducerWith, runSource } from "./testing/run-source.ts";

const file = await readFile(new URL(import.meta.resolve("quickjs-wasi/quickjs.wasm")));
const bytes = boundWasmMemory(file, limits.wasmMemoryBytes);
/** Compiled anew, so that none of its instances was in use before. */
const newModule = () => new WebAssembly.Module(bytes);
const options = { seed: 1, memoryBytes: limits.guestMemoryBytes };
const never = () => false;

const counting = reducerWith(
  "console.log(state.sum, Math.random(), Date.now(), Object.keys(globalThis)); return { ...state, sum: state.sum + event.data.n };",
);

/** What code tries to leave behind for the code that runs next. */
const leaving = Object.entries({
  "names on the global object": "globalThis.left = 'mine'; globalThis.Array = 1; return state;",
  "other built-ins": `JSON.parse = () => ({ n: 9 }); Math.random = () => 4; Array.prototype.push = () => 9;
    Object.prototype.sum = 7; delete globalThis.console; Promise.prototype.then = 1; return state;`,
  "getters and setters on prototypes": `for (const name of ["n", "data", "then", "0", "value"])
    Object.defineProperty(Object.prototype, name, { get: () => 5, set() {}, configurable: true }); return state;`,
  "random numbers that were taken": "for (let i = 0; i < 100; i++) Math.random(); return state;",
  "promises and their jobs": "Promise.resolve().then(() => { globalThis.left = 1; }); return { ...state };",
  "an error that was thrown": "throw Object.assign(new Error('left'), { more: 1 });",
  "null that was thrown": "throw null;",
  "a loop without end": "for (;;) {}",
  "recursion without end": "const f = () => [f()]; return f();",
  "recursion in a built-in":
    "const a = []; a[0] = a; let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; return JSON.stringify(deep);",
  "a full memory": "const c = []; for (;;) c.push('x'.repeat(1e5));",
  "the end of the console": "for (let i = 0; i < 1e4; i++) console.log('left'); return state;",
  "symbols, classes and regular expressions": `Symbol.for("left"); class Left extends Map {}; /(?<left>x)/dgu.exec("x");
    new Function("return 1"); return state;`,
  "a state that is no JSON": "return new Map([[1, 2]]);",
});

describe("a run gives the same trace after any other as in an instance that was not used", () => {
  const request = { records: recordsOf(3) };
  let after: Engine;
  beforeEach(() => {
    after = createEngine(newModule());
  });
  const alone = () => runSource(counting, request, createEngine(newModule()));

  test.each(leaving)("%s", async (_, body) => {
    const expected = await alone();
    const left = await runSource(reducerWith(body), request, after);
    expect(await runSource(counting, request, after)).toEqual(expected);
    // And the same in the other direction: what came before does not decide how this ends.
    expect(await runSource(reducerWith(body), request, after)).toEqual(left);
  });

  test("generated programs, hostile ones among them", async () => {
    const expected = await alone();
    await fc.assert(
      fc.asyncProperty(fc.oneof(reducer, projector), async ({ source, entry }) => {
        const first = await runSource(source, { ...request, entry }, after);
        expect(await runSource(counting, request, after)).toEqual(expected);
        expect(await runSource(source, { ...request, entry }, after)).toEqual(first);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("a module that does not compile, one that waits, one that throws", async () => {
    const expected = await alone();
    for (const source of [
      "export const = 1;",
      "await new Promise(() => {});",
      "globalThis.left = 1; throw 1;",
    ]) {
      const { end } = await runSource(source, request, after);
      expect(end.verdict).not.toBe("ok");
      expect(await runSource(counting, request, after)).toEqual(expected);
    }
  });
});

describe("every use begins with the same bytes", () => {
  test("memory, stack pointer and table are as at the first use", async () => {
    const instance = await ReusableInstance.create(newModule(), options);
    const begun = () => {
      const { vm } = instance.begin(never);
      const { __indirect_function_table: table } = vm._getExports() as unknown as {
        __indirect_function_table: WebAssembly.Table;
      };
      const functions = Array.from({ length: table.length }, (_, at) => table.get(at));
      return { vm, start: vm.snapshot(), functions };
    };
    const first = begun();
    const code = "globalThis.left = 'mine'; [3, 1, 2].sort(() => { throw new Error('in a built-in'); });";
    expect(() => first.vm.evalCode(code)).toThrow("in a built-in");
    const { memory, __stack_pointer: stackPointer } = first.vm._getExports();
    // As after a trap in the middle of a call, in a memory of which every byte was written.
    stackPointer.value -= 4_096;
    new Uint8Array(memory.buffer).fill(7);
    instance.end(first.vm);
    const { start, functions } = begun();
    expect(Buffer.compare(start.memory, first.start.memory)).toBe(0);
    expect(start).toEqual(first.start);
    expect(functions.every((each, at) => each === first.functions[at])).toBe(true);
    expect(functions).toHaveLength(first.functions.length);
  });

  test("instances that were made from the same start with the same bytes", async () => {
    const wasm = newModule();
    const [one, other, ofAnotherSeed] = await Promise.all(
      [options, options, { ...options, seed: 2 }].map((each) => ReusableInstance.create(wasm, each)),
    );
    const memoryOf = (instance?: ReusableInstance) => instance?.begin(never).vm.snapshot().memory;
    expect(memoryOf(one)).toEqual(memoryOf(other));
    expect(memoryOf(ofAnotherSeed)).not.toEqual(memoryOf(one));
  });

  test("an instance whose memory grew is not used again", async () => {
    const instance = await ReusableInstance.create(newModule(), options);
    const { vm } = instance.begin(never);
    vm.evalCode("globalThis.kept = 'x'.repeat(1e6)");
    instance.end(vm);
    expect(instance.isReusable).toBe(false);
  });

  test("what belongs to an ended use cannot reach the next one", async () => {
    const instance = await ReusableInstance.create(newModule(), options);
    const first = instance.begin(never);
    const kept = first.vm.newString("kept");
    instance.end(first.vm);
    const { vm } = instance.begin(never);
    const before = vm.snapshot();
    kept.dispose();
    expect(() => first.vm.evalCode("1")).toThrow("disposed");
    expect(() => first.driver.getProp("open")).toThrow();
    expect(vm.snapshot()).toEqual(before);
  });

  test("guests at the same time have instances of their own, and disposing twice ends no other's use", async () => {
    const wasm = newModule();
    const guest = () => GuestHandle.create(wasm, 1, { print: () => true });
    const code = "let n = 0; export const initialState = () => ++n; export const evolve = (state) => state;";
    const [first, second] = [await guest(), await guest()];
    await first.open(code, true);
    await second.open(code, true);
    expect([first.begin("s", ""), second.begin("s", "")]).toEqual([value("1"), value("1")]);
    first.dispose();
    const third = await guest();
    await third.open(code, true);
    first.dispose();
    const fourth = await guest();
    await fourth.open(code, true);
    expect([third, fourth, third].map((each) => each.begin("s", ""))).toEqual(["1", "1", "2"].map(value));
  });

  const value = (json: string) => ({ kind: "value", json });
});

test("large memories of former uses are freed before the next one is made, small ones when V8 likes", async () => {
  const gc = vi.fn();
  vi.stubGlobal("gc", gc);
  const fill = async (characters: number) => {
    const use = await useInstance(newModule(), options, never);
    use.vm.evalCode(`globalThis.kept = new Uint8Array(${characters})`);
    use.end();
  };
  await fill(25e6);
  gc.mockClear();
  await fill(1e6);
  expect(gc).toHaveBeenCalledTimes(1);
  await fill(1e6);
  expect(gc).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});

test("idleInstances: so many wait for their next use, and no more", async () => {
  const wasm = newModule();
  const made = async (seed: number) => {
    const before = WebAssembly.instantiate;
    let count = 0;
    WebAssembly.instantiate = ((...args: Parameters<typeof before>) => {
      count++;
      return before(...args);
    }) as typeof before;
    try {
      (await GuestHandle.create(wasm, seed, { print: () => true })).dispose();
    } finally {
      WebAssembly.instantiate = before;
    }
    return count;
  };
  const seeds = Array.from({ length: limits.idleInstances + 1 }, (_, seed) => seed);
  for (const seed of seeds) expect(await made(seed)).toBeGreaterThan(0);
  for (const seed of seeds.slice(1)) expect(await made(seed)).toBe(0);
  expect(await made(0)).toBe(1);
});

describe("the engine's module has no state besides what is reset", () => {
  test("its only global that can be set is the stack pointer, its only memory and its only table are exported", () => {
    const sections = new Map(sectionsOf(bytes));
    const [globals, tables, memories] = [6, 4, 5].map((id) => sections.get(id)?.[0]);
    expect([globals, tables, memories]).toEqual([expect.any(Number), 1, 1]);
    const exported = WebAssembly.Module.exports(newModule()).filter(({ kind }) => kind !== "function");
    expect(exported.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
      "global __stack_pointer",
      "memory memory",
      "table __indirect_function_table",
    ]);
    expect(mutableGlobals(sections.get(6) as Uint8Array)).toBe(1);
  });

  test("its data and the elements of its table were all written when an instance was made: none is left to be written", () => {
    const sections = new Map(sectionsOf(bytes));
    expect(activeSegments(sections.get(11) as Uint8Array, (_, at, length) => at + length)).toBeGreaterThan(0);
    const afterIndexes = (section: Uint8Array, at: number, count: number) =>
      Array.from({ length: count }).reduce((next: number) => readUnsigned(section, next)[1], at);
    expect(activeSegments(sections.get(9) as Uint8Array, afterIndexes)).toBeGreaterThan(0);
  });
});

/** The sections of a WebAssembly module: their ids and what is in them. */
function sectionsOf(module: Uint8Array): [id: number, body: Uint8Array][] {
  const sections: [number, Uint8Array][] = [];
  for (let at = 8; at < module.length; ) {
    const [size, body] = readUnsigned(module, at + 1);
    sections.push([module[at] as number, module.subarray(body, body + size)]);
    at = body + size;
  }
  return sections;
}

/** How many globals of a section can be set. Each is a type, whether it can be set, and a constant: `i32.const n, end`. */
function mutableGlobals(section: Uint8Array): number {
  const [count, start] = readUnsigned(section, 0);
  let mutable = 0;
  let at = start;
  for (let global = 0; global < count; global++) {
    mutable += section[at + 1] as number;
    expect(section.slice(at, at + 3)).toEqual(new Uint8Array([0x7f, section[at + 1] as number, 0x41]));
    [, at] = readUnsigned(section, at + 3);
    expect(section[at++]).toBe(0x0b);
  }
  expect(at).toBe(section.length);
  return mutable;
}

/**
 * How many segments a section of data or elements has. Each has to be an active one: 0, its place as a constant, then a
 * length and so many bytes or numbers, which `skip` passes over.
 */
function activeSegments(
  section: Uint8Array,
  skip: (section: Uint8Array, at: number, length: number) => number,
): number {
  const [count, start] = readUnsigned(section, 0);
  let at = start;
  for (let segment = 0; segment < count; segment++) {
    expect([section[at], section[at + 1]]).toEqual([0, 0x41]);
    [, at] = readUnsigned(section, at + 2);
    expect(section[at]).toBe(0x0b);
    const [length, body] = readUnsigned(section, at + 1);
    at = skip(section, body, length);
  }
  expect(at).toBe(section.length);
  return count;
}
