import { expect, test } from "vitest";
import { GuestHandle } from "./guest-handle.ts";
import { limits } from "./limits.ts";
import { loadModule } from "./node-engine.ts";

const wasm = await loadModule(limits.wasmMemoryBytes);

/** What an expression is worth inside the engine, told as a state. */
async function worth(expression: string): Promise<unknown> {
  const guest = await GuestHandle.create(wasm, 1, { print: () => true });
  try {
    await guest.open(`export const initialState = () => (${expression}); export const evolve = 0;`, true);
    const answer = guest.begin("slot", "");
    return answer.kind === "value" ? JSON.parse(answer.json) : answer;
  } finally {
    guest.dispose();
  }
}

test("frames of the driver are in no stack that the learner's code can read", async () => {
  const stack = "reducer.ts:1:";
  expect(await worth("new Error('x').stack")).toContain(stack);
  expect(await worth("new Error('x').stack")).not.toContain("driver");
  const captured = await worth("(() => { const o = {}; Error.captureStackTrace(o); return o.stack; })()");
  expect(captured).toContain(stack);
  expect(captured).not.toContain("driver");
});

test("the learner's code cannot take the driver's functions from the engine's call sites", async () => {
  const handed =
    "(() => { Error.prepareStackTrace = (_, sites) => sites; return typeof new Error().stack; })()";
  expect(await worth(handed)).toBe("string");
  const defined = "Reflect.defineProperty(Error, 'prepareStackTrace', { value: (_, sites) => sites })";
  expect(await worth(defined)).toBe(false);
});

test("the driver's functions do not tell their source", async () => {
  expect(await worth("String(console.log)")).toMatch(/\[native code\]/);
  const getter = "String(Object.getOwnPropertyDescriptor(Error.prototype, 'stack').get)";
  expect(await worth(getter)).toMatch(/\[native code\]/);
});
