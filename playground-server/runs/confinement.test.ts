import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ConfinedProcess } from "./confined-process.ts";
import { confined, limitsInForce } from "./confinement.ts";
import { processBounds } from "./limits.ts";

/** Runs some code as the sandbox process could, and gives the code of the error it ends with. */
function attempt(code: string): string {
  const script = `(async () => { ${code} })().then(() => console.log("done"), (error) => console.log(error.code));`;
  const { command, args, options } = confined(processBounds, "-e", script);
  const { stdout, stderr } = spawnSync(command, args, { ...options, encoding: "utf8" });
  return stdout.trim() || stderr;
}

test("the sandbox process may read the engine", () => {
  const file = join(import.meta.dirname, "../../engine/sandbox/engine.ts");
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

const { promise: ready, resolve: onReady } = Promise.withResolvers<void>();
const living = new ConfinedProcess("sandbox-process-main.ts", processBounds, () => onReady());
afterAll(() => living.kill());
const proc = (file: string) => readFileSync(`/proc/${living.pid}/${file}`, "utf8");
/** In bytes, tasks or files; Infinity where there is none. */
const limit = (name: string) => {
  const [, soft = ""] = new RegExp(`^${name} +(\\S+)`, "m").exec(proc("limits")) ?? [];
  return soft === "unlimited" ? Number.POSITIVE_INFINITY : Number(soft);
};
const status = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, "m").exec(proc("status"))?.[1] ?? "";

test.runIf(process.platform === "linux").each<[claim: string, holds: () => boolean]>([
  ["nobody", () => /^65534\b/.test(status("Uid"))],
  ["no special rights", () => /^0+$/.test(status("CapPrm"))],
  [
    "operating system gives it no network",
    () => readlinkSync(`/proc/${living.pid}/ns/net`) !== readlinkSync("/proc/self/ns/net"),
  ],
  ["1 GB of memory", () => limit("Max data size") === processBounds.dataBytes],
  ["64 open files", () => limit("Max open files") === 64],
  ["64 threads", () => limit("Max processes") === 64],
  ["writes no file", () => limit("Max file size") === 0],
  ["no core dump", () => limit("Max core file size") === 0],
  ["no further rights", () => status("NoNewPrivs") === "1"],
])("what is said of %s is true of a living process, and is said where it is true", async (claim, holds) => {
  await ready;
  expect(limitsInForce(processBounds).join(" ").includes(claim)).toBe(holds());
});

test("a process that wants more memory than the system gives is refused it", () => {
  const grow = "const all = []; for (let i = 0; i < 200; i++) all.push(new Uint8Array(2 ** 24).fill(1));";
  const claimed = limitsInForce(processBounds).some((sentence) => sentence.includes("of memory"));
  const refused = attempt(`try { ${grow} } catch { throw { code: "refused" } }`) === "refused";
  expect(refused).toBe(claimed);
});
