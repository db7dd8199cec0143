import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseEvent, Isolation } from "../../../engine/labs/database/events.ts";
import { evolve, initialState } from "../../../engine/labs/database/evolve.ts";
import { gradeScripts, noUpdateIsLost, numberIn } from "../../../engine/labs/database/grade-scripts.ts";
import { databaseLimits } from "../../../engine/labs/database/limits.ts";
import { groupOutcomes, type Outcome } from "../../../engine/labs/database/outcomes.ts";
import { cartLine, type ExampleId, examples } from "../../../engine/labs/database/scripts.ts";
import { learner, openTestDatabases, type TestDatabases } from "../postgres/testing/test-databases.ts";
import { DatabaseSession } from "./database-session.ts";

let server: TestDatabases;
let session: DatabaseSession;
let events: DatabaseEvent[];
const names = learner("c");
const never = new AbortController().signal;

beforeAll(async () => {
  server = await openTestDatabases();
  events = [];
  session = new DatabaseSession(names, server.databases, await server.databases.of(names), (event) =>
    events.push(event),
  );
});

afterAll(async () => {
  await session?.close();
  await server?.close([names]);
});

const holds = noUpdateIsLost(cartLine, cartLine.first, { A: 1, B: 1 });

/** `qty: what A was told, what B was told: how many interleavings`, as PostgreSQL gives it. */
const tables: [Isolation, string[]][] = [
  // Only the two orders in which one script is over before the other begins add both.
  ["read committed", ["2: done, done: 18", "3: done, done: 2"]],
  ["repeatable read", ["2: done, refused: 9", "2: refused, done: 9", "3: done, done: 2"]],
  ["serializable", ["2: done, refused: 9", "2: refused, done: 9", "3: done, done: 2"]],
];

test.each(tables)(
  "the twenty interleavings of reading and then writing, under %s",
  async (isolation, table) => {
    const outcomes = await runAll("read-then-write", isolation);
    expect(outcomes).toHaveLength(20);
    expect(tableOf(outcomes)).toEqual(table);
    expect(gradeScripts(events, holds).passed).toBe(isolation !== "read committed");
  },
);

test.each([
  // A session that found another version was told that it changed nothing.
  ["version-column", ["2: changed-nothing, done: 9", "2: done, changed-nothing: 9", "3: done, done: 2"]],
  ["atomic-update", ["3: done, done: 6"]],
  ["row-lock", ["3: done, done: 20"]],
] as const)("no interleaving of %s loses an update under read committed", async (id, table) => {
  expect(tableOf(await runAll(id))).toEqual(table);
  expect(gradeScripts(events, holds)).toMatchObject({ passed: true, broken: [] });
});

test("a deadlock is an outcome: one session is refused, the other is done", async () => {
  const outcomes = await runAll("deadlock");
  const groups = groupOutcomes(outcomes);
  const answers = groups.map(({ sessions }) => `${sessions.A}, ${sessions.B}`);
  expect(answers).toContain("done, done");
  expect(
    outcomes.some(
      ({ sessions }) => sessions.A.failure?.code === "40P01" || sessions.B.failure?.code === "40P01",
    ),
  ).toBe(true);
  for (const { sessions } of outcomes)
    expect([sessions.A, sessions.B].filter(({ end }) => end === "committed").length).toBeGreaterThan(0);
});

test("a statement that waits lets the other session go on, and the order in which they ran is kept", async () => {
  const outcomes = await runAll("read-then-write");
  const outcome = outcomes.find(({ order }) => order.join("") === "ABABBA");
  const ran = outcome?.ran.map(
    ({ session: name, step, waited }) => `${name}${step}${waited ? " waited" : ""}`,
  );
  expect(ran).toEqual(["A0", "B0", "A1", "A2", "B1 waited", "B2"]);
});

test("stepping through an interleaving: what each session sees, who waits for whom, and the lost update", async () => {
  await send("OpenStage", { ...example("read-then-write"), order: ["A", "B", "A", "B", "A", "B"] });
  expect(stage().cart).toHaveLength(1);
  expect(quantity(stage().committed)).toBe(1);
  await send("RunStatement", { session: "A" });
  await send("RunStatement", { session: "B" });
  await send("RunStatement", { session: "A" });
  expect(viewOf("A")).toBe(2);
  expect(viewOf("B")).toBe(1);
  expect(stage().locks).toContainEqual(
    expect.objectContaining({ session: "A", mode: "RowExclusiveLock", on: "cart_lines", granted: true }),
  );
  await send("RunStatement", { session: "B" });
  expect(stage().sessions.B.statements[1]).toMatchObject({ state: "waits", waitsFor: ["A"] });
  expect(stage().locks).toContainEqual(
    expect.objectContaining({ session: "B", kind: "transaction", granted: false }),
  );
  await expect(send("RunStatement", { session: "B" })).rejects.toThrow("Session B waits for the other one.");
  await send("RunStatement", { session: "A" });
  expect(stage().sessions.B.statements[1]).toMatchObject({
    state: "done",
    text: "UPDATE cart_lines SET qty = 1 + 1 WHERE sku = 'tee'",
  });
  await send("RunStatement", { session: "B" });
  expect(quantity(stage().committed)).toBe(2);
  // Beside it, the log has both.
  expect(stage().cart).toHaveLength(3);
  await expect(send("RunStatement", { session: "B" })).rejects.toThrow("has run its whole script");
});

test("under serializable nobody looks in a session's name, and its snapshot is drawn", async () => {
  await send("OpenStage", { ...example("read-then-write"), isolation: "serializable" });
  expect(stage().seen?.A).toEqual({ state: "no-snapshot" });
  await send("RunStatement", { session: "A" });
  expect(stage().seen?.A).toMatchObject({ state: "snapshot" });
  await send("RunStatement", { session: "B" });
  await send("RunStatement", { session: "B" });
  await send("RunStatement", { session: "B" });
  expect(quantity(stage().committed)).toBe(2);
  expect(viewOf("A")).toBe(1);
  await send("RunStatement", { session: "A" });
  expect(stage().sessions.A.statements[1]?.failure?.failure.code).toBe("40001");
  expect(stage().sessions.A.transaction).toBe("failed");
});

test("a deadlock that is stepped into is told, and both sessions go on", async () => {
  await send("OpenStage", example("deadlock"));
  for (const name of ["A", "B", "A", "B"]) await send("RunStatement", { session: name });
  const states = [stage().sessions.A, stage().sessions.B].map(({ statements }) => statements[1]?.state);
  expect(states.toSorted()).toEqual(["done", "failed"]);
  const failed = [...stage().sessions.A.statements, ...stage().sessions.B.statements].find(
    ({ failure }) => failure,
  );
  expect(failed?.failure?.failure.code).toBe("40P01");
});

test("a statement that waits can be cancelled", async () => {
  await send("OpenStage", example("atomic-update"));
  await send("RunStatement", { session: "A" });
  await send("RunStatement", { session: "B" });
  await send("CancelStatement", { session: "B" });
  await expect.poll(() => stage().sessions.B.statements[0]?.state).toBe("failed");
  expect(stage().sessions.B.statements[0]?.failure?.stopped?.message).toBe("You cancelled the statement.");
});

test("a value that is too long for the screen is cut, and the answer says so", async () => {
  const script = `SELECT repeat('x', ${databaseLimits.cellCharacters + 1})`;
  await send("OpenStage", { ...example("atomic-update"), scripts: { A: script, B: "SELECT 1" } });
  await send("RunStatement", { session: "A" });
  const [statement] = stage().sessions.A.statements;
  expect(statement?.answer?.rows[0]?.[0]).toHaveLength(databaseLimits.cellCharacters + 1);
  expect(statement?.answer?.cut?.message).toContain("Values are cut after");
});

test("all interleavings end early when they are cancelled, and a setup that fails is told", async () => {
  const run = send("RunEveryInterleaving", example("read-then-write"));
  await expect.poll(() => events.some(({ type }) => type === "InterleavingRan")).toBe(true);
  await send("CancelInterleavings", {});
  await run;
  expect(events.at(-1)).toEqual({ type: "InterleavingsEnded", data: { reason: "cancelled" } });
  expect(gradeScripts(events, holds).passed).toBe(false);
  await expect(
    send("RunEveryInterleaving", { ...example("read-then-write"), setup: "SELEC" }),
  ).rejects.toThrow('PostgreSQL refused the setup: syntax error at or near "SELEC"');
  await send("OpenStage", { ...example("read-then-write"), setup: "CREATE TABLE cart_lines ()" });
  expect(events.at(-1)).toMatchObject({ type: "SetupFailed", data: { failure: { code: "42P07" } } });
});

test("scripts that cannot be run are refused with what to change", async () => {
  const refusals: [object, string][] = [
    [{ scripts: { A: "", B: "COMMIT" } }, "Session A has no statement."],
    [{ scripts: { A: "SELECT 'a", B: "COMMIT" } }, "A quote or a comment in session A has no end."],
    [{ scripts: { A: "COMMIT", B: "\\! ls" } }, "has a backslash command"],
    [{ scripts: { A: "COMMIT;".repeat(6), B: "COMMIT" } }, "Session A has 6 statements; the lab takes 5"],
    [{ order: ["A"] }, "The order does not have each session as often"],
  ];
  for (const [change, message] of refusals)
    await expect(send("OpenStage", { ...example("atomic-update"), ...change })).rejects.toThrow(message);
});

test("a reset leaves nothing of the learner's tables", async () => {
  await send("OpenStage", example("atomic-update"));
  await session.reset();
  await expect(send("RunStatement", { session: "A" })).rejects.toThrow("There are no sessions yet.");
  await send("OpenStage", {
    ...example("atomic-update"),
    setup: "CREATE TABLE cart_lines (sku text, qty integer)",
  });
  expect(stage().setupFailure).toBe(null);
  expect(stage().committed?.[0]?.rows).toEqual([]);
});

const send = (type: string, data: object) => session.handle({ type, data }, never);

function example(id: ExampleId) {
  const found = examples.find((each) => each.id === id);
  if (!found) throw new Error(`There is no example ${id}.`);
  const { setup, scripts, isolation } = found;
  return { setup, scripts, isolation };
}

async function runAll(id: ExampleId, isolation: Isolation = example(id).isolation): Promise<Outcome[]> {
  await send("RunEveryInterleaving", { ...example(id), isolation });
  return events.reduce(evolve, initialState()).interleavings?.outcomes ?? [];
}

function tableOf(outcomes: Outcome[]): string[] {
  return groupOutcomes(outcomes)
    .map(
      (group) =>
        `${numberIn(group, cartLine)}: ${group.sessions.A}, ${group.sessions.B}: ${group.outcomes.length}`,
    )
    .toSorted();
}

function stage() {
  const { stage: found } = events.reduce(evolve, initialState());
  if (!found) throw new Error("No stage is open.");
  return found;
}

const quantity = (rows: Outcome["tables"] | null) => numberIn({ tables: rows ?? [] }, cartLine);

function viewOf(name: "A" | "B"): number {
  const view = stage().seen?.[name];
  return view && "tables" in view ? quantity(view.tables) : Number.NaN;
}
