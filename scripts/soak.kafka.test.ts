/** @module-tag full */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBenchEnvironment } from "./bench/bench-environment.ts";
import { soak } from "./soak/soak.ts";

/** In ms: long enough for each hostile program to end more than once. `npm run soak` takes longer. */
const duration = 20_000;

test("after good and hostile runs side by side nothing is left behind, and each had one end", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-soak-"));
  const environment = await openBenchEnvironment(dataDir);
  try {
    const { heard, wrong } = await soak(environment, duration);
    expect(wrong).toEqual([]);
    for (const end of ["ok", "time-limit", "memory-limit", "stack-limit", "gone away"]) {
      expect(heard.ends.get(end) ?? 0, end).toBeGreaterThan(0);
    }
  } finally {
    await environment.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 300_000);
