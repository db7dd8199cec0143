import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type KeptFiles, keptFiles } from "./kept-files.ts";

async function keptOf(files: Record<string, string>): Promise<KeptFiles> {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-kept-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return keptFiles(folder);
}

test("pages are kept under the address a visitor writes, hashed files under their name alone", async () => {
  const { atOnce } = await keptOf({
    "index.html": "home",
    "lessons/chess/index.html": "chess",
    "404.html": "nothing",
    "_assets/text.abc.woff2": "font",
  });
  expect(atOnce.map(({ url }) => url)).toEqual(["404.html", "_assets/text.abc.woff2", "", "lessons/chess/"]);
  expect(atOnce.map(({ revision }) => revision === null)).toEqual([false, true, false, false]);
});

test("a page that changed has another revision, one that did not has the same", async () => {
  const revisionOf = async (text: string) => (await keptOf({ "index.html": text })).atOnce[0]?.revision;
  expect(await revisionOf("one")).toBe(await revisionOf("one"));
  expect(await revisionOf("one")).not.toBe(await revisionOf("two"));
});

test("the editor and jq are kept when they were used; what answers for a server, and the keeper, never", async () => {
  const kept = await keptOf({
    "_assets/ts.worker-abc.js": "language service",
    "_assets/jq-worker-abc.js": "jq",
    "api/about": "{}",
    "offline.js": "keeper",
  });
  expect(kept).toEqual({
    atOnce: [],
    whenUsed: [["_assets/ts.worker-abc.js"], [], ["_assets/jq-worker-abc.js"]],
  });
});
