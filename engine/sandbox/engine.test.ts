import { expect, test } from "vitest";
import { engine, reducerWith, requestOf, runSource } from "./testing/run-source.ts";

test("built-ins that the learner replaced do not change what is recorded", async () => {
  const trace = await runSource(
    `Array.prototype.join = () => "owned"; JSON.stringify = () => "owned"; Object.prototype.toJSON = () => "owned";
Object.defineProperty(Array.prototype, "0", { set() { throw 1 } }); Reflect.ownKeys = () => ["owned"];
${reducerWith("return { sum: state.sum + event.data.n };")}`,
  );
  expect(trace.end).toMatchObject({ verdict: "ok", state: { sum: 6 } });
});

test("nothing stays from one run to the next", async () => {
  await runSource(`globalThis.secret = 1; Object.prototype.hacked = 1;\n${reducerWith("return state;")}`);
  const trace = await runSource(reducerWith("return { sum: typeof secret + String({}.hacked) };"));
  expect(trace.end.state).toEqual({ sum: "undefinedundefined" });
});

test("the same run gives the same trace, byte for byte", async () => {
  const source = reducerWith("return { ...state, [event.data.n]: [event.metadata.id], sum: state.sum + 1 };");
  expect(JSON.stringify(await runSource(source))).toBe(JSON.stringify(await runSource(source)));
});

test("each further fold is announced, so that its time can be counted anew", async () => {
  let again = 0;
  const folds = async (source: string) => {
    again = 0;
    await engine.run(
      requestOf(source),
      () => {},
      () => again++,
    );
    return again;
  };
  expect(await folds(reducerWith("return state;"))).toBe(2);
  expect(await folds(reducerWith("throw 1;"))).toBeGreaterThan(0);
  expect(await folds(reducerWith("return undefined;"))).toBe(0);
});

test("the engine's version names the QuickJS that is installed", async () => {
  const { QuickJS } = await import("quickjs-wasi");
  const { readFile } = await import("node:fs/promises");
  const wasm = await readFile(new URL(import.meta.resolve("quickjs-wasi/quickjs.wasm")));
  const { engineVersion } = await import("./engine.ts");
  expect(engineVersion).toContain((await QuickJS.create({ wasm })).versions.quickjs);
});
