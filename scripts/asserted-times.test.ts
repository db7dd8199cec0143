import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rootFolder } from "./data-folder.ts";
import { assertedTimes } from "./testing/asserted-times.ts";

/** Every file that asserts something: those that import Vitest's functions. */
async function testFiles(): Promise<string[]> {
  const found: string[] = [];
  const exclude = (path: string) => /(^|\/)(node_modules|dist|\.\w+)$/.test(path);
  for await (const file of glob("**/*.{ts,tsx}", { cwd: rootFolder, exclude })) {
    if (/from "vitest"/.test(readFileSync(join(rootFolder, file), "utf8"))) found.push(file);
  }
  return found.sort();
}

describe("no test asserts how long something takes:", () => {
  test("there are tests to look at", async () => {
    const files = await testFiles();
    for (const one of [
      "e2e/tape.e2e.ts",
      "engine/fold/json-patch.test.ts",
      "playground-server/hostile/cases/cpu.ts",
    ])
      expect(files).toContain(one);
  });

  test("none of them compares times", async () => {
    const found: string[] = [];
    for (const file of await testFiles()) {
      const source = readFileSync(join(rootFolder, file), "utf8");
      if (!/\.now\(|hrtime/.test(source)) continue;
      // The parser reads no JSX, and a test of a component has no use for a clock.
      const asserted = file.endsWith(".tsx")
        ? (source.match(/\b(\w+\.now|hrtime)\(/g) ?? [])
        : assertedTimes(source);
      found.push(...asserted.map((text) => `${file}: ${text}`));
    }
    expect(found).toEqual([]);
  });
});

describe("what is found:", () => {
  test.each([
    "const since = performance.now(); expect(performance.now() - since).toBeLessThan(50);",
    "const since = Date.now(); const took = Date.now() - since; expect(took).toBeLessThan(50);",
    "const a: number = process.hrtime.bigint(); expect(Number(process.hrtime.bigint() - a) / 1e6).toBe(1);",
    "const times = []; const t = Date.now(); times.push(Date.now() - t); expect(Math.max(...times)).toBe(1);",
    "const deadline = Date.now() + 5_000; expect(Date.now()).toBeLessThan(deadline);",
    "const t = Date.now(); let took = 0; took = Date.now() - t; expect({ took }).toEqual({ took: 3 });",
    "const t = Date.now(); const f = () => Date.now() - t; await expect.poll(f).toBeLessThan(5);",
    "const t = performance.now(); expect(5).not.toBeGreaterThan((performance.now()) - t);",
  ])("%s", (source) => {
    expect(assertedTimes(source)).not.toEqual([]);
  });
});

describe("what is not:", () => {
  test.each([
    "expect(await topics.sweep(Date.now() + 6 * day)).toEqual([]);",
    "const deadline = Date.now() + 60_000; while (Date.now() < deadline) await rest(); expect(lines).toEqual([]);",
    "const day = 86_400_000; const old = Date.now() - 8 * day; expect(await read({ from: old })).toEqual([]);",
    "const t = Date.now(); console.log(Date.now() - t); expect(1).toBe(1);",
    "const ahead = Date.now() + 3_600_000; expect(await produce(ahead)).toBe(ahead);",
    "expect(run('return Date.now() - 5')).toBe('nondeterministic');",
  ])("%s", (source) => {
    expect(assertedTimes(source)).toEqual([]);
  });
});
