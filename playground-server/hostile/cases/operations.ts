import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect } from "vitest";
import { verdicts } from "../../../engine/fold/trace.ts";
import { knownEngines, oldestSafe, runningVersions, unsafeParts } from "../../dependency-versions.ts";
import { ServerLog } from "../../server-log.ts";
import { givenRecords, summingSource } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { proc } from "../inspect-sandbox-process.ts";

const onLinux = process.platform === "linux";

/** Running the server. */
export const operations: HostileCase[] = [
  {
    id: "OPS-01",
    what: "an engine with a known hole",
    async try(target) {
      const running = runningVersions();
      expect(unsafeParts(running)).toEqual([]);
      const { engine } = JSON.parse((await target.ask("/api/about")).text);
      expect(engine).toContain(knownEngines[running.engineModule]);
      // Another engine under the same package version is noticed.
      expect(unsafeParts({ ...running, engineModule: "f".repeat(64) })).toHaveLength(1);
    },
  },
  {
    id: "OPS-03",
    what: "a Node without a security fix",
    async try(target) {
      const running = runningVersions();
      for (const node of ["20.20.2", "24.18.0", "25.9.0", "26.0.0"])
        expect(unsafeParts({ ...running, node }), node).toHaveLength(1);
      for (const node of Object.values(oldestSafe.node))
        expect(unsafeParts({ ...running, node }), node).toEqual([]);
      // Learners' code runs in the Node that was looked at, and in no other.
      for (const pid of onLinux ? target.sandboxes : [])
        expect(proc(pid, "cmdline").split("\0")).toContain(process.execPath);
    },
  },
  {
    id: "OPS-05",
    what: "a learner's words as labels of metrics",
    async try(target) {
      const word = `w${target.session().replace(/[^a-z]/gi, "")}`;
      const series = async () =>
        (await target.ask("/metrics")).text.split("\n").filter((line) => !/^#|^$/.test(line));
      const said = summingSource(`console.log("${word}"); throw new Error("${word}");`);
      await target.run(said);
      const before = (await series()).length;
      await target.run(said);
      for (const [path, body] of [
        [`/api/exercises/${word}`, undefined],
        [`/api/logs/mine.${word.toLowerCase().slice(0, 30)}`, undefined],
        [`/${word}`, undefined],
        ["/api/runs", { source: word, exercise: word }],
        ["/api/runs", { source: `export const ${word} = 1;`, log: givenRecords(1) }],
        ["/api/events", { topic: `mine.${word}`, key: word, event: { type: word, data: word } }],
      ] as const)
        await target.ask(path, { body, headers: { "user-agent": word } });
      const after = await series();
      expect(after.join("\n").toLowerCase()).not.toContain(word.toLowerCase());
      for (const line of after) {
        const labels = /\{(.*)\}/.exec(line)?.[1];
        if (labels !== undefined) expect(verdicts.map((verdict) => `verdict="${verdict}"`)).toContain(labels);
      }
      // A verdict that had not come yet is all that may be new.
      expect(after.length - before).toBeLessThanOrEqual(verdicts.length);
    },
  },
  {
    id: "OPS-07",
    what: "a disk full of core dumps and logs",
    async try(target) {
      for (const pid of onLinux ? target.sandboxes : [])
        expect(proc(pid, "limits")).toMatch(/^Max core file size +0 +0 /m);
      const folder = await mkdtemp(join(tmpdir(), "offset-zero-log-budget-"));
      const most = 100_000;
      const log = new ServerLog(join(folder, "server.log"), most);
      const logger = pino({}, log);
      for (let n = 0; n < 5_000; n++) logger.warn({ code: "internal" }, "a request failed");
      log.close();
      const sizes = await Promise.all((await readdir(folder)).map(async (name) => stat(join(folder, name))));
      expect(sizes).toHaveLength(2);
      for (const { size } of sizes) expect(size).toBeLessThanOrEqual(most);
      await rm(folder, { recursive: true });
    },
  },
];
