import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openHouse } from "./bench/house.ts";
import { soak } from "./soak/soak.ts";

const minute = 60_000;

test(
  "after a minute of good and hostile runs side by side nothing is left behind, and each had one end",
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-soak-"));
    const house = await openHouse(dataDir);
    try {
      const { heard, wrong } = await soak(house, minute);
      expect(wrong).toEqual([]);
      for (const end of ["ok", "time-limit", "memory-limit", "stack-limit", "gone away"]) {
        expect(heard.ends.get(end) ?? 0, end).toBeGreaterThan(0);
      }
    } finally {
      await house.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  5 * minute,
);
