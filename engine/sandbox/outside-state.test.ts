import { expect, test } from "vitest";
import { recordOf, reducerWith, runSource } from "./testing/run-source.ts";

test("a cache whose keys are the states is no memory: what it gives follows from the state", async () => {
  const source = `const squares = new WeakMap();
${reducerWith(
  "if (!squares.has(state)) squares.set(state, state.sum ** 2); return { sum: Math.sqrt(squares.get(state)) + 1 };",
)}`;
  expect((await runSource(source)).end).toMatchObject({ verdict: "ok", state: { sum: 3 } });
});

test.each([
  ["by key", "by-key", { kind: "reducer" }, ""],
  [
    "in a read model",
    "all",
    { kind: "projector" },
    "export const view = { initialView: initialState, project: evolve };",
  ],
  [
    "before a decision",
    "all",
    { kind: "decider" },
    "export const decide = (command, state) => [{ type: 'A', data: seen.get(state) ?? 0 }];",
  ],
] as const)("memory outside the state is found %s", async (_, scope, entry, more) => {
  const source = `const seen = new WeakMap();
export const initialState = () => ({ sum: 0 });
export function evolve(state, event) { const next = { sum: ${entry.kind === "decider" ? "0" : "seen.get(state) ?? 1"} }; seen.set(next, (seen.get(state) ?? 1) + 1); return next; }
${more}`;
  const { end } = await runSource(source, { scope, entry, commands: [{ type: "Do", data: {} }] });
  expect(end.verdict).toBe("nondeterministic");
});

test("memory outside the state is found in the longest trace, too", async () => {
  const records = Array.from({ length: 5_000 }, (_, offset) =>
    recordOf(offset, { n: offset }, `k${offset % 7}`),
  );
  const source = `const seen = new WeakMap();\n${reducerWith(
    "const n = (seen.get(state) ?? 0) + 1; const next = { sum: n }; seen.set(next, n); return next;",
  )}`;
  expect((await runSource(source, { records, scope: "by-key" })).end.verdict).toBe("nondeterministic");
});
