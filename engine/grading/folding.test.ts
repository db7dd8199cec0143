import { expect, test } from "vitest";
import { duplicateDeliveryLaw } from "../fold/laws/delivery.ts";
import { determinismLaw } from "../fold/laws/determinism.ts";
import type { Folding } from "../fold/laws/folding.ts";
import { foldingOf, type Reducer, type World } from "../fold/laws/in-memory.ts";
import { interleavingLaw } from "../fold/laws/interleaving.ts";
import { mutationLaw } from "../fold/laws/mutation.ts";
import { snapshotLaw } from "../fold/laws/snapshot.ts";
import { logOf } from "../fold/laws/testing/logs.ts";
import { loadEngine } from "../sandbox/node.ts";
import { foldCasesIn } from "./fold-cases.ts";
import { foldingByCases } from "./folding.ts";

const fold = foldCasesIn(await loadEngine());
const inSandbox = (source: string, scope: "all" | "by-key" = "all") =>
  foldingByCases({ source, entry: { kind: "reducer" }, scope }, fold);

const log = logOf(["A", null, "B", "A", "C"]);

/** A body of `evolve` in both places. In memory, `Date.now` and `Math.random` are those of the world. */
function both(body: string): Folding[] {
  const inMemory = (world: World): Reducer =>
    new Function(
      "Date",
      "Math",
      `"use strict"; let came = 0; return { initialState: () => ({ n: 0, last: "" }), evolve(state, event) { ${body} } };`,
    )({ now: world.now }, { random: world.random });
  const source = `let came = 0;
export const initialState = () => ({ n: 0, last: "" });
export function evolve(state, event) { ${body} }`;
  return [foldingOf(inMemory), inSandbox(source)];
}

const good = "return { n: state.n + event.data.n, last: event.type };";
const once = "return event.data.n > state.n ? { n: event.data.n, last: event.type } : state;";
const forgetful = "came++; return { n: came, last: event.type };";
const timed = 'return event.type === "B" ? { n: Date.now(), last: "" } : { ...state };';
const changing = 'if (event.type === "B") state.n = 7; return { n: 1, last: event.type };';
const editing = 'if (event.type === "B") event.data.n = 7; return { n: 1, last: event.type };';
const throwing =
  'if (event.type === "C") throw new Error("no"); return { n: state.n + 1, last: event.type };';

test("the laws say the same of code in the sandbox as of the same code in memory", async () => {
  for (const body of [good, once, forgetful, timed, changing, editing, throwing]) {
    const [inMemory, sandboxed] = await Promise.all(
      both(body).map(async (folding) => ({
        states: (await folding([{ records: log }])).map(({ states }) => states),
        snapshot: await snapshotLaw(folding, log),
        mutation: await mutationLaw(folding, log),
        delivery: await duplicateDeliveryLaw(folding, log),
        interleaving: await interleavingLaw(folding, [logOf(["A", "B"], 0), logOf(["C"], 1)]),
        nondeterministicAt: (await determinismLaw(folding, log))?.position ?? null,
      })),
    );
    // What a value became is not told from inside the sandbox, and the clocks differ.
    const rest = (found: typeof inMemory) => ({
      ...found,
      mutation: { ...found?.mutation, actual: undefined },
    });
    if (body === timed) expect(sandboxed?.nondeterministicAt).toEqual(inMemory?.nondeterministicAt);
    else expect(rest(sandboxed)).toEqual(rest(inMemory));
  }
});

test("each law is broken in the sandbox by what breaks it", async () => {
  const of = (body: string) => both(body)[1] as Folding;
  expect(await snapshotLaw(of(forgetful), log)).toMatchObject({ taken: 1, index: 2, path: ["n"] });
  expect(await determinismLaw(of(timed), log)).toMatchObject({
    index: 2,
    position: { offset: 2 },
    path: ["n"],
  });
  expect(await mutationLaw(of(changing), log)).toMatchObject({ index: 2, of: "state", path: ["n"] });
  expect(await mutationLaw(of(editing), log)).toMatchObject({ index: 2, of: "event", path: ["data", "n"] });
  expect(await duplicateDeliveryLaw(of(good), log)).toMatchObject({ again: { from: 0, to: 1, at: 1 } });
  expect(await duplicateDeliveryLaw(of(once), log)).toBeNull();
});

test("a fold by key goes on from the states of all keys", async () => {
  const source = `export const initialState = () => ({ types: [] });
export function evolve(state, event) { return { types: [...state.types, event.type] }; }`;
  const partitions = [logOf(["A", "B", "C"], 0), logOf(["C", "A"], 1)];
  const folding = inSandbox(source, "by-key");
  expect(await snapshotLaw(folding, partitions.flat())).toBeNull();
  expect(await interleavingLaw(folding, partitions)).toBeNull();
  expect(await interleavingLaw(inSandbox(source), partitions)).toMatchObject({
    index: 1,
    path: ["types", "1"],
  });
});

test("code without an initial state has no states", async () => {
  const folding = inSandbox("export const initialState = () => undefined; export const evolve = (s) => s;");
  const [folded] = await folding([{ records: log }]);
  expect(folded).toMatchObject({ states: [], stopped: { message: expect.stringContaining("undefined") } });
  expect(await snapshotLaw(folding, log)).toBeNull();
});

test("a fold that was stopped from outside has no result to judge", async () => {
  const busy: Parameters<typeof foldingByCases>[1] = async (job, cases) =>
    (await fold(job, cases)).map((trace) => ({ ...trace, end: { ...trace.end, verdict: "cancelled" } }));
  const folding = foldingByCases({ source: "", entry: { kind: "reducer" }, scope: "all" }, busy);
  await expect(snapshotLaw(folding, log)).rejects.toThrow("cancelled");
});
