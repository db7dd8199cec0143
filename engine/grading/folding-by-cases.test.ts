import { expect, test } from "vitest";
import { determinismLaw } from "../fold/laws/determinism-law.ts";
import { duplicateDeliveryLaw } from "../fold/laws/duplicate-delivery-law.ts";
import { type Folding, foldOnce } from "../fold/laws/folding-interface.ts";
import { interleavingLaw } from "../fold/laws/interleaving-law.ts";
import { snapshotLaw } from "../fold/laws/snapshot-law.ts";
import { foldingOf, type Reducer, type World } from "../fold/laws/testing/in-memory-fold.ts";
import { logOf } from "../fold/laws/testing/sample-logs.ts";
import { loadNodeEngine } from "../sandbox/node-engine.ts";
import { foldCasesIn } from "./fold-cases.ts";
import { foldingByCases } from "./folding-by-cases.ts";

const fold = foldCasesIn(await loadNodeEngine());
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

/** What the fold of the log changed of the things it was given, and at which record. */
async function changeIn(folding: Folding) {
  const { states, stopped } = await foldOnce(folding, { records: log });
  return stopped?.changed ? { index: states.length - 1, before: states.at(-1), ...stopped.changed } : null;
}

test("the laws say the same of code in the sandbox as of the same code in memory", async () => {
  for (const body of [good, once, forgetful, timed, changing, editing, throwing]) {
    const [inMemory, sandboxed] = await Promise.all(
      both(body).map(async (folding) => ({
        states: (await folding([{ records: log }])).map(({ states }) => states),
        snapshot: await snapshotLaw(folding, log),
        mutation: await changeIn(folding),
        delivery: await duplicateDeliveryLaw(folding, log),
        interleaving: await interleavingLaw(folding, [logOf(["A", "B"], 0), logOf(["C"], 1)]),
        nondeterministicAt: (await determinismLaw(folding, log))?.position ?? null,
      })),
    );
    // What a value became is not told from inside the sandbox, and the clocks differ.
    const rest = (found: typeof inMemory) => ({
      ...found,
      mutation: { ...found?.mutation, after: undefined },
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
  expect(await changeIn(of(changing))).toMatchObject({ index: 2, of: "state", path: ["n"] });
  expect(await changeIn(of(editing))).toMatchObject({ index: 2, of: "event", path: ["data", "n"] });
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
