import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verdicts } from "../engine/fold/trace.ts";
import { requestLimits } from "../engine/protocol/request-limits.ts";
import { limits } from "../engine/sandbox/limits.ts";
import { httpLimits } from "./http/limits.ts";
import { defaultTimeouts } from "./http/timeouts.ts";
import { labLimits } from "./labs/limits.ts";
import { logLimits } from "./log/limits.ts";
import { laneProcessBounds, longLimits } from "./runs/fold-lane/limits.ts";
import { processBounds, processLimits, queueLimits, runLimits } from "./runs/limits.ts";
import { socketLimits } from "./socket/limits.ts";
import { terminalLimits } from "./terminal/limits.ts";
import { unreadLimits } from "./unread/limits.ts";
import { stopLimits } from "./work-under-way.ts";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/sandbox.md"), "utf8");

/** The table of each section of limits, and the constants that belong into it. */
const sections: [title: string, constants: object][] = [
  ["A run", limits],
  ["A sandbox process", { ...runLimits, ...processLimits }],
  ["The system's bounds for a process", processBounds],
  ["The system's bounds for a process of fold lanes", laneProcessBounds],
  ["The queue", queueLimits],
  ["A long fold", longLimits],
  ["The log", logLimits],
  ["What a request holds", requestLimits],
  ["Plain HTTP", httpLimits],
  ["How long clients are waited for", defaultTimeouts],
  ["A WebSocket", socketLimits],
  ["What answers hold until they are read", unreadLimits],
  ["A stop of the server", stopLimits],
  ["The terminal", terminalLimits],
  ["Labs", labLimits],
];

describe("docs/sandbox.md", () => {
  test.each(sections)("every limit stands on the page with its value and a test: %s", (title, constants) => {
    const section = page.split(`### ${title}\n`)[1]?.split("\n#")[0] ?? "";
    const rows = [...section.matchAll(/^\| `(\w+)` +\| ([\d,]+) .*\|(.*)\|$/gm)];
    const numbers = Object.entries(constants).filter(([, value]) => typeof value === "number");
    expect(rows.map(([, name, value]) => [name, value])).toEqual(
      numbers.map(([name, value]) => [name, (value as number).toLocaleString("en")]),
    );
    for (const [, name, , held] of rows) expect(held, name).toMatch(/`\S+\.test\.ts › .+`/);
  });

  test("every verdict is explained once", () => {
    const table = page.split("## Verdicts\n")[1]?.split("\n## ")[0] ?? "";
    expect([...table.matchAll(/^\| `([a-z-]+)` /gm)].map(([, verdict]) => verdict)).toEqual([...verdicts]);
  });

  test("every test that the page names exists", () => {
    const named = [...page.replaceAll("\n", " ").matchAll(/`([\w./-]+\.ts) › ([^`]+)`/g)];
    expect(named.length).toBeGreaterThan(80);
    for (const [, file = "", title = ""] of named) {
      const path = join(root, file);
      expect(existsSync(path), file).toBe(true);
      const source = readFileSync(path, "utf8");
      const written = source.includes(`"${title}"`) || source.includes(`\`${title}\``);
      expect(written, `${file} › ${title}`).toBe(true);
    }
  });

  test("every metric on the page is one of the server's", () => {
    const source = readFileSync(join(root, "playground-server/http/metrics.ts"), "utf8");
    for (const [, name] of page.matchAll(/`offset_zero_(\w+)`/g)) expect(source).toContain(`"${name}"`);
  });
});
