/** @module-tag full */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { meetsTarget } from "./bench/result-table.ts";
import { type ChaosEnvironment, openChaosEnvironment } from "./chaos/chaos-environment.ts";
import { shortScale } from "./chaos/scenario.ts";
import { runScenarios, scenarios } from "./chaos/scenarios.ts";

let dataDir: string;
let environment: ChaosEnvironment;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-chaos-"));
  environment = await openChaosEnvironment(dataDir);
});
afterAll(async () => {
  await environment?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

// Times depend on what else the machine does: `npm run chaos` judges them, this test judges counts and sizes.
const judged = ["events", "runs", "requests", "MB"];

test.each(scenarios.map(({ name }) => name))(
  "%s: the short form of npm run chaos meets what it counts",
  async (name) => {
    const rows = await runScenarios(environment, shortScale, [name], () => {});
    const missed = rows.filter((row) => judged.includes(row.unit) && meetsTarget(row) === false);
    expect(missed).toEqual([]);
  },
  300_000,
);
