import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSessionSecret, leastSecretCharacters } from "./session-secret.ts";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "offset-zero-secret-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test("the secret is made once and kept, and another server has another", () => {
  const secret = keptSessionSecret(dataDir);
  expect(secret.length).toBeGreaterThan(leastSecretCharacters);
  expect(keptSessionSecret(dataDir)).toBe(secret);
  rmSync(join(dataDir, "session-secret"));
  expect(keptSessionSecret(dataDir)).not.toBe(secret);
});

test.runIf(process.platform !== "win32")("only the server's user can read it", () => {
  keptSessionSecret(dataDir);
  expect(statSync(join(dataDir, "session-secret")).mode & 0o777).toBe(0o600);
});

test("a file that was cut short is replaced", () => {
  writeFileSync(join(dataDir, "session-secret"), "abc");
  expect(keptSessionSecret(dataDir).length).toBeGreaterThan(leastSecretCharacters);
});
