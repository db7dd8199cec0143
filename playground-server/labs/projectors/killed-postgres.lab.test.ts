import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type ProjectorsState, projectorsFold } from "../../../engine/labs/projectors/evolve.ts";
import { type LabServer, postgresPid, startLabServer } from "../../testing/lab-server.ts";
import { HttpLearner } from "../testing/http-learner.ts";

/** A PostgreSQL of their own: other tests use the shared one at the same time. */
let dataDir: string;
let server: LabServer;
let learner: HttpLearner<ProjectorsState>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-projectors-postgres-"));
  server = await startLabServer(inject("kafka"), dataDir, { DATABASE_URL: "" });
  learner = await HttpLearner.join(server.url, "projectors", projectorsFold);
});

afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

test("after a kill -9 of PostgreSQL the lab says so, and opens again empty", async () => {
  await learner.open();
  await learner.command("PlaceOrders", { count: 2 });
  await learner.command("RunProjector", { order: "apply-first", killAfter: null });
  process.kill(await postgresPid(server.labsDir), "SIGKILL");
  const closed = async () => (await learner.screen()).status.closed?.message.message;
  await expect.poll(closed, { timeout: 30_000 }).toContain("PostgreSQL stopped unexpectedly.");
  await learner.open();
  expect((await learner.state()).views).toEqual({});
  await learner.command("PlaceOrders", { count: 1 });
  await learner.command("RunProjector", { order: "apply-first", killAfter: null });
  const view = (await learner.state()).views["apply-first"];
  expect(view).toMatchObject({ rows: [{ customer: "ann", orders: 1 }], position: 1, end: 1 });
});
