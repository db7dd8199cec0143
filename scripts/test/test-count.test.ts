import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TestCount } from "./test-count.ts";

test("a run says how many tests passed and failed, in how many of its files, and which file it is at", () => {
  const count = new TestCount(3);
  expect(count.line().trim()).toBe("0 passed, 0 failed; 0 of 3 files");
  count.beginFile("a.test.ts");
  count.addTest("passed");
  count.addTest("skipped");
  count.endFile("a.test.ts");
  count.beginFile("b.test.ts");
  count.addTest("failed");
  expect(count.line().trim()).toBe("1 passed, 1 failed; 1 of 3 files; now: b.test.ts");
});

test("a run of Vitest with the reporter counts, and prints no dots", () => {
  const root = join(import.meta.dirname, "../..");
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--project=unit",
      "--reporter=./scripts/test/count-reporter.ts",
      "scripts/test/test-size.test.ts",
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" } },
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {3}5 passed, 0 failed; 1 of 1 files$/m);
  expect(stdout).not.toMatch(/^·+$/m);
});
