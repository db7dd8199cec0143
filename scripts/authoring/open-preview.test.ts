import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { takeDataFolder } from "../data-folder.ts";
import { openPreview, previewLines } from "./open-preview.ts";

/** A server that runs on a data folder of its own, and answers these paths only. */
async function run(paths: string[]): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(paths.includes(request.url ?? "") ? 200 : 404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-data-"));
  const folder = await takeDataFolder(dataDir);
  await folder.tellUrl(url);
  vi.stubEnv("DATA_DIR", dataDir);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    server.close();
    await folder.giveUp();
    await rm(dataDir, { recursive: true, force: true });
  });
  return url;
}

test.each([
  [["/@vite/client"], "It follows your changes."],
  [[], "Its pages were built before and do not follow your changes."],
])(
  "where Offset Zero runs already, the link says whether the page follows changes: %j",
  async (paths, says) => {
    const url = await run(paths);
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    onTestFinished(() => printed.mockRestore());
    const linkAt = (at: string) => `${at}/lessons/cqrs/`;
    expect(await openPreview({ name: "cqrs", packs: [], linkAt, isAt: async () => true })).toBe(0);
    expect(printed.mock.calls.flat().join("\n")).toContain(`cqrs is at ${url}/lessons/cqrs/\n${says}`);
  },
);

test("where HOST lets others in, the preview prints the page's address for them too", () => {
  const linkAt = (url: string) => `${url}/lessons/cqrs/`;
  expect(previewLines("cqrs", "http://localhost:4000", ["http://10.0.0.7:4000"], linkAt)).toBe(
    "\ncqrs is at http://localhost:4000/lessons/cqrs/\nOthers open it at\n  http://10.0.0.7:4000/lessons/cqrs/\n" +
      "It follows your changes. Ctrl-C ends it.",
  );
  expect(previewLines("cqrs", "http://localhost:4000", [], linkAt)).not.toContain("Others");
});
