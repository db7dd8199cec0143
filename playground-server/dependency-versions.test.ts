import { readFileSync } from "node:fs";
import { join } from "node:path";
import { QuickJS } from "quickjs-wasi";
import { expect, test } from "vitest";
import { engineVersion } from "../engine/sandbox/engine.ts";
import { loadModule } from "../engine/sandbox/node-engine.ts";
import { knownEngines, oldestSafe, runningVersions, unsafeParts } from "./dependency-versions.ts";

const running = runningVersions();

test("what runs here has no hole that is known", () => {
  expect(unsafeParts(running)).toEqual([]);
});

test("the engine that is named is the one in the module, by its own word", async () => {
  const guest = await QuickJS.create({ wasm: await loadModule(64 * 1024 * 1024) });
  const own = `quickjs-ng-${guest.versions.quickjs}`;
  guest.dispose();
  expect(engineVersion).toContain(own);
  expect(knownEngines[running.engineModule]).toBe(own);
});

test("the Node that the project brings along is safe, too", () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
  const optional = Object.entries(manifest.optionalDependencies as Record<string, string>);
  const brought = optional.filter(([name]) => name.startsWith("node-"));
  expect(brought.length).toBeGreaterThan(0);
  for (const [, node] of brought) expect(unsafeParts({ ...running, node })).toEqual([]);
});

test.each([
  ["24.18.0", true],
  ["24.9.0", true],
  ["24.18.1", false],
  ["25.9.0", true],
  ["22.99.0", true],
  ["26.9.9", true],
  ["26.11.0", false],
  ["28.0.0", false],
])("of Node %s it is true that it lacks fixes: %s", (node, lacks) => {
  expect(unsafeParts({ ...running, node })).toHaveLength(lacks ? 1 : 0);
});

test("an engine nobody looked at and an old ws are named with what to do", () => {
  const sentences = unsafeParts({ ...running, ws: "8.21.0", engineModule: "0".repeat(64) });
  expect(sentences).toEqual([
    expect.stringContaining(`Install ${oldestSafe.ws}`),
    expect.stringContaining("Read its release notes"),
  ]);
});
