import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type DatabaseState, evolve, initialState } from "../../../engine/labs/database/evolve.ts";
import { type LabServer, postgresPid, startLabServer } from "../../testing/lab-server.ts";
import { HttpLearner } from "../testing/http-learner.ts";

/** A PostgreSQL of their own: other tests use the shared one at the same time. */
let dataDir: string;
let server: LabServer;
let learner: HttpLearner<DatabaseState>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-killed-postgres-"));
  server = await startLabServer(inject("kafka"), dataDir, { DATABASE_URL: "" });
  learner = await HttpLearner.join(server.url, "database", { initialState, evolve });
});

afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

const firstRows = async () =>
  (await learner.state()).stage?.sessions.A.statements.map(({ answer }) => answer?.rows);

test("after a kill -9 of PostgreSQL the lab says so, and opens again with everything that was committed", async () => {
  await learner.open();
  await learner.command("OpenStage", {
    setup: "CREATE TABLE kept (n integer); INSERT INTO kept VALUES (7)",
    // Not committed: a crash must not keep it.
    scripts: { A: "TABLE kept", B: "INSERT INTO kept VALUES (8)" },
    isolation: "read committed",
  });
  await learner.command("RunStatement", { session: "B" });
  process.kill(await postgresPid(server.labsDir), "SIGKILL");
  const closed = async () => (await learner.screen()).status.closed?.message.message;
  await expect.poll(closed, { timeout: 30_000 }).toContain("PostgreSQL stopped unexpectedly.");
  await learner.open();
  await learner.command("OpenStage", {
    setup: "",
    scripts: { A: "TABLE kept", B: "COMMIT" },
    isolation: "autocommit",
  });
  await learner.command("RunStatement", { session: "A" });
  expect(await firstRows()).toEqual([[["7"]]]);
});
