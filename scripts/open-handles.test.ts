import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

const script = (work: string) =>
  spawn(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { reportOpenHandles } from ${JSON.stringify(join(import.meta.dirname, "open-handles.ts"))};
reportOpenHandles(100);
${work}`,
  ]);

test("a script that leaves nothing open ends", async () => {
  const child = script("");
  const lines: string[] = [];
  child.stderr.on("data", (text) => lines.push(String(text)));
  const [code] = await once(child, "close");
  expect([code, lines.join("")]).toEqual([0, ""]);
});

test("a script that leaves something open says what", async () => {
  const child = script('(await import("node:net")).createServer().listen(0, "127.0.0.1");');
  const [lines] = await once(child.stderr, "data");
  child.kill();
  expect(String(lines)).toBe("This script should have ended. Still open: TCPServerWrap.\n");
});
