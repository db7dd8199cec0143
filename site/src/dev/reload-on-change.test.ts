import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { expect, onTestFinished, test, vi } from "vitest";
import { reloadOnChange } from "./reload-on-change.ts";

test("a quiz and a file of a pack reload the page, and no other file that Vite watches", async () => {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-reload-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [lessons, pack, site] = ["lessons", "pack", "site"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [lessons, pack, site]) await mkdir(path);
  const vite = await createServer({
    configFile: false,
    root: site,
    logLevel: "silent",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, hmr: false },
    plugins: [reloadOnChange({ lessons, packs: [pack] })],
  });
  onTestFinished(() => vite.close());
  const sent = vi.spyOn(vite.environments.client.hot, "send");
  const seen: string[] = [];
  vite.watcher.on("all", (_event, path) => seen.push(path));
  /** Writes the file until the watcher has seen it: it needs a moment to look at a new folder. */
  const write = async (path: string) => {
    let text = "";
    const writeAndLook = async () => {
      text += "a line\n";
      await writeFile(path, text);
      expect(seen).toContain(path);
    };
    await vi.waitFor(writeAndLook, { timeout: 20_000, interval: 200 });
    seen.length = 0;
  };

  await write(join(lessons, "notes.yaml"));
  expect(sent).not.toHaveBeenCalled();
  for (const path of [join(lessons, "quiz.yaml"), join(pack, "README.md")]) {
    await write(path);
    await vi.waitFor(() => expect(sent).toHaveBeenCalledWith({ type: "full-reload", path: "*" }), {
      timeout: 20_000,
    });
    sent.mockClear();
  }
});
