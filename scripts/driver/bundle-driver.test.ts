import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { driverSource } from "../../engine/sandbox/driver-source.ts";
import { bundleDriver, driverModule, driverModulePath } from "./bundle-driver.ts";
import { assertSafeSyntax } from "./safe-syntax.ts";

const stale = "engine/sandbox/driver-source.ts is stale: run `npm run driver` and commit what it writes";

test("the driver that the engine loads is the one whose source stands in engine/sandbox/driver", async () => {
  const script = await bundleDriver();
  expect(driverSource, stale).toBe(script);
  expect(await readFile(driverModulePath, "utf8"), stale).toBe(driverModule(script));
});

test.each([
  ["a template literal", "const text =\n`a`;"],
  ["a spread", "const list = [];\nopen(...list);"],
  ["for … of", "const list = [];\nfor (const each of list) {}"],
  ["a list pattern", "const list = [];\nconst [first] = list;"],
  ["a regular expression", "const text = '';\n/a/.test(text);"],
])("the generator refuses %s, which runs what the learner's code may have replaced", (name, script) => {
  expect(() => assertSafeSyntax(script)).toThrow(`line 2 of the bundle, uses ${name}`);
});

test("the generator takes rest parameters and object patterns, which run nothing", () => {
  expect(() => assertSafeSyntax("function log(...args) { const { length } = args; }")).not.toThrow();
});
