import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confinement } from "./confinement.ts";

/** Runs some code as the sandbox process could, and gives the code of the error it ends with. */
function attempt(code: string): string {
  const script = `(async () => { ${code} })().then(() => console.log("done"), (error) => console.log(error.code));`;
  const { stdout, stderr } = spawnSync(process.execPath, [...confinement, "-e", script], {
    env: {},
    encoding: "utf8",
  });
  return stdout.trim() || stderr;
}

test("the sandbox process may read the engine", () => {
  const file = join(import.meta.dirname, "../../engine/sandbox/run.ts");
  expect(attempt(`require("fs").readFileSync(${JSON.stringify(file)})`)).toBe("done");
});

test.each([
  [
    "files of the project",
    `require("fs").readFileSync(${JSON.stringify(join(import.meta.dirname, "../../package.json"))})`,
  ],
  ["files of the system", `require("fs").readFileSync("/etc/passwd")`],
  ["writing", `require("fs").writeFileSync(${JSON.stringify(join(import.meta.dirname, "x"))}, "")`],
  ["other processes", `require("child_process").execSync("true")`],
  ["workers", `new (require("worker_threads").Worker)("1", { eval: true })`],
  [
    "connections",
    `await new Promise((open, fail) => require("net").connect(19, "127.0.0.1").on("error", fail).on("connect", open))`,
  ],
])("%s are out of its reach", (_, code) => {
  expect(attempt(code)).toBe("ERR_ACCESS_DENIED");
});
