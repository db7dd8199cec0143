import { expect } from "vitest";
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadModule } from "../../../engine/sandbox/node-engine.ts";
import { readAnswer } from "../../runs/sandbox-answer-schema.ts";
import type { HostileCase } from "../case.ts";
import { passed, reducer, stopped } from "../expect-run-end.ts";
import { settleAll } from "../settle-all.ts";

const missing = { verdict: "threw" as const, says: /ReferenceError: \w+ is not defined\. \w/ };
const noImports = {
  verdict: "compile-error" as const,
  says: /Imports are not available here\. \w/,
  index: -1,
};

/** All that the engine may call on the host: one function for ours, and what its C library wants to exist. */
const imports = [
  "get_timezone_offset",
  "interrupt",
  "promise_rejection",
  "module_normalize",
  "module_load",
  "call",
].map((name) => `env.host_${name}`);
const wasi = ["clock_time_get", "fd_close", "fd_fdstat_get", "fd_seek", "fd_write", "random_get"];

/** What a process in other hands might write. */
const end = { kind: "end", verdict: "ok", message: "", at: null, state: {}, steps: 1, skipped: 0 };
const forged = [
  "",
  "null",
  "[]".repeat(1_000),
  "[".repeat(100_000),
  { kind: "done", health: "fine" },
  { kind: "done", health: "healthy", more: 1 },
  { kind: "message", request: -1, message: end },
  { kind: "message", request: 0, message: { ...end, verdict: "passed" } },
  { kind: "message", request: 0, message: { ...end, steps: "1" } },
  { kind: "message", request: 0, message: { ...end, message: "x".repeat(30_000) } },
  { kind: "message", request: 0, message: { ...end, html: "<b>" } },
  { kind: "message", request: 0, message: { kind: "problem", status: 500 } },
  {
    kind: "message",
    request: 0,
    message: { kind: "step", index: 0, patch: [{ op: "move", from: "/a", path: "/b" }] },
  },
];

/** What code of a learner must not reach. */
export const capabilities: HostileCase[] = [
  {
    id: "CAP-01",
    what: "Node's own names are not there",
    async try(target) {
      for (const name of [
        "process.version",
        "require('fs')",
        "module.exports",
        "Buffer.from('')",
        "fetch('/')",
      ]) {
        await stopped(target, reducer(`return { n: ${name} };`), missing);
      }
      const source = reducer("return { names: Reflect.ownKeys(globalThis).map(String).sort() };");
      const { end } = await target.run(source);
      const { names } = end.state as { names: string[] };
      // The language's own, and the console. Nothing begins small but these.
      const language =
        /^(Symbol\(|[A-Z]|(de|en)codeURI|(un)?escape$|eval$|globalThis$|is(Finite|NaN)$|parse(Float|Int)$|undefined$)/;
      expect(names.filter((name) => !language.test(name))).toEqual(["console"]);
      const host =
        /^(Worker|WebSocket|WebAssembly|Intl|Atomics|SharedArrayBuffer|DOMException|Weak(Ref)|FinalizationRegistry)$/;
      expect(names.filter((name) => host.test(name))).toEqual([]);
    },
  },
  {
    id: "CAP-03",
    what: "imports: none can be loaded, at the top or later",
    async try(target) {
      for (const line of [
        'import fs from "node:fs";',
        'import "./sandbox-process-main.ts";',
        'export * from "data:text/javascript,1";',
      ]) {
        await stopped(target, `${line}\n${reducer("return state;")}`, noImports);
      }
      const later = reducer("import('node:fs').then((fs) => { globalThis.fs = fs; }); return state;");
      await stopped(target, later, noImports);
      await passed(target, reducer("return { n: Object.keys(import.meta).length };"), { n: 0 });
    },
  },
  {
    id: "CAP-05",
    what: "eval and Function see the engine's own globals, nothing else",
    async try(target) {
      const source = reducer(`const global = (() => {}).constructor("return this")();
return { same: global === globalThis, process: typeof global.process, sum: eval("1 + 1"), require: Function("return typeof require")() };`);
      await passed(target, source, { same: true, process: "undefined", sum: 2, require: "undefined" });
    },
  },
  {
    id: "CAP-07",
    what: "an error that our part of the engine ran into leads nowhere",
    async try(target) {
      const source = reducer(`let e;
try { console.log.apply(null, { length: 1e9 }); } catch (thrown) { e = thrown; }
return { host: e.constructor.constructor("return typeof process")(), stack: e.stack, keys: Reflect.ownKeys(e).map(String) };`);
      const { end } = await target.run(source);
      expect(end.state).toMatchObject({
        host: "undefined",
        stack: expect.not.stringMatching(/driver|\bwasm\b/),
      });
    },
  },
  {
    id: "CAP-09",
    what: "the modules of QuickJS's own shell are not there",
    async try(target) {
      const names = ["std", "os", "bjson", "print", "scriptArgs", "gc", "loadScript", "Worker", "navigator"];
      const source = reducer(
        `return { n: [${names.map((name) => `typeof ${name}`)}].filter((type) => type !== "undefined") };`,
      );
      await passed(target, source, { n: [] });
    },
  },
  {
    id: "CAP-11",
    what: "the engine is taken as lost: it can call little, its own part is out of reach, its answers are checked",
    async try(target) {
      const module = await loadModule(limits.wasmMemoryBytes);
      const allowed = [...imports, ...wasi.map((name) => `wasi_snapshot_preview1.${name}`)];
      expect(
        WebAssembly.Module.imports(module)
          .map(({ module, name }) => `${module}.${name}`)
          .sort(),
      ).toEqual(allowed.sort());
      for (const line of forged)
        expect(readAnswer(typeof line === "string" ? line : JSON.stringify(line))).toBeNull();
      const source = reducer(`Error.prepareStackTrace = (_, sites) => sites;
const sloppy = Function("return [this === globalThis, typeof arguments.callee.caller]");
let caller;
try { caller = sloppy()[1]; } catch (thrown) { caller = "none"; }
return { stack: typeof new Error().stack, caller, log: String(console.log), self: typeof this };`);
      const { end } = await target.run(source);
      expect(end.state).toMatchObject({
        stack: "string",
        caller: expect.stringMatching(/^(none|undefined|object)$/),
        log: expect.stringContaining("[native code]"),
        self: "undefined",
      });
    },
  },
  {
    id: "CAP-13",
    what: "a secret that one run leaves in its globals is in no other",
    async try(target) {
      // More than there are processes, so that every one of them has had the secret.
      const many = Array.from({ length: 8 }, () => target.session());
      const hide = reducer("globalThis.secret = 's'; Array.secret = 's'; return state;");
      await settleAll(many.map((session) => target.run(hide, {}, session)));
      const seek = reducer("return { n: [typeof secret, typeof Array.secret] };");
      for (const { end } of await settleAll(many.map((session) => target.run(seek, {}, session)))) {
        expect(end).toMatchObject({ verdict: "ok", state: { n: ["undefined", "undefined"] } });
      }
    },
  },
];
