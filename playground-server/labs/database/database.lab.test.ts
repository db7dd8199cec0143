import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  type DatabaseState,
  evolve,
  initialState,
  nextInOrder,
} from "../../../engine/labs/database/evolve.ts";
import { gradeScripts, noUpdateIsLost, numberIn } from "../../../engine/labs/database/grade-scripts.ts";
import type { SessionName } from "../../../engine/labs/database/interleavings.ts";
import { cartLine, examples } from "../../../engine/labs/database/scripts.ts";
import { HttpLearner } from "../testing/http-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { databaseLab } from "./database-lab.ts";

let ann: HttpLearner<DatabaseState>;
let bob: HttpLearner<DatabaseState>;
const naive = scriptsOf("read-then-write");

beforeAll(async () => {
  const fold = { initialState, evolve };
  ann = await HttpLearner.join(inject("labServer"), "database", fold);
  bob = await HttpLearner.join(inject("labServer"), "database", fold);
  for (const learner of [ann, bob]) await learner.open();
});

afterAll(async () => {
  await ann.reset();
  await bob.reset();
});

test("through the trap: all interleavings, one that loses an update step by step, and its cure", async () => {
  expect(await ann.command("RunEveryInterleaving", naive)).toMatchObject({ status: 200 });
  const holds = noUpdateIsLost(cartLine, 1, { A: 1, B: 1 });
  const grade = async () =>
    gradeScripts(
      (await ann.events()).map(({ event }) => event),
      holds,
    );
  const { broken, total } = await grade();
  expect([broken.length, total]).toEqual([18, 20]);
  const waiting = broken.find(({ ran }) => ran.some(({ waited }) => waited));
  const order = waiting?.order ?? [];
  await ann.command("OpenStage", { ...naive, order });
  // A session that waits is passed over, and goes on when the other one has committed.
  for (let turn: SessionName | null = "A"; turn !== null; ) {
    expect(await ann.command("RunStatement", { session: turn })).toMatchObject({ status: 200 });
    const { stage } = (await ann.screen()).state;
    turn = stage && nextInOrder(stage);
  }
  const { state } = await ann.screen();
  expect(state.stage?.sent).toHaveLength(6);
  expect(numberIn({ tables: state.stage?.committed ?? [] }, cartLine)).toBe(2);
  expect(state.stage?.cart).toHaveLength(3);
  expectRecording(databaseLab, "PostgreSQL 18", await ann.events());
  await ann.command("RunEveryInterleaving", scriptsOf("atomic-update"));
  expect(await grade()).toMatchObject({ passed: true, total: 6 });
});

test("two learners use tables of the same name, and neither sees the other's rows", async () => {
  const setup = (value: string) =>
    `DROP TABLE IF EXISTS secrets; CREATE TABLE secrets (text text); INSERT INTO secrets VALUES ('${value}')`;
  const scripts = { A: "SELECT * FROM secrets", B: "SELECT * FROM secrets" };
  for (const [learner, value] of [
    [ann, "of Ann"],
    [bob, "of Bob"],
  ] as const) {
    await learner.command("OpenStage", { setup: setup(value), scripts, isolation: "autocommit" });
    await learner.command("RunStatement", { session: "A" });
  }
  for (const [learner, value] of [
    [ann, "of Ann"],
    [bob, "of Bob"],
  ] as const) {
    const { state } = await learner.screen();
    expect(state.stage?.sessions.A.statements[0]?.answer?.rows).toEqual([[value]]);
  }
});

test("a command that does not fit its schema, and one that cannot be done, are refused in words", async () => {
  expect(await ann.command("OpenStage", { setup: "" })).toMatchObject({ status: 400 });
  expect(await ann.command("CancelStatement", { session: "A" })).toMatchObject({
    status: 409,
    detail: "Session A runs no statement now. Change the command, or reset the lab.",
  });
});

function scriptsOf(id: string) {
  const found = examples.find((each) => each.id === id);
  if (!found) throw new Error(`There is no example ${id}.`);
  const { setup, scripts, isolation } = found;
  return { setup, scripts, isolation };
}
