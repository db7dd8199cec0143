import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, testServer } from "../testing/playground.ts";

const script = "document.documentElement.dataset.ready = 1";
const page = `<!doctype html><script src="/theme.js"></script><script type="module">${script}</script><p>Hello</p>`;

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-site-"));
  await mkdir(join(folder, "lessons"));
  await mkdir(join(folder, "_assets"));
  await writeFile(join(folder, "index.html"), page);
  await writeFile(join(folder, "lessons", "index.html"), "<p>Lessons</p>");
  await writeFile(join(folder, "404.html"), "<p>Nothing here</p>");
  await writeFile(join(folder, "_assets", "a.Bc1.js"), "1");
  server = await testServer(undefined, { siteDir: folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("a page runs its own scripts and no others", async () => {
  const answer = await server.app.inject("/");
  const policy = String(answer.headers["content-security-policy"]);
  const hash = createHash("sha256").update(script).digest("base64");
  expect(answer.body).toBe(page);
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}';`);
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(answer.headers["cache-control"]).toBe("no-cache");
});

test("files whose name holds a hash are kept for ever", async () => {
  const answer = await server.app.inject("/_assets/a.Bc1.js");
  expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("a folder without its slash leads to the page", async () => {
  const answer = await server.app.inject("/lessons");
  expect(answer.statusCode).toBe(301);
  expect(answer.headers.location).toBe("/lessons/");
  expect((await server.app.inject("/lessons/")).body).toBe("<p>Lessons</p>");
});

test("what is not there is the site's own page for it, and a problem below /api", async () => {
  const answer = await server.app.inject({ url: "/nowhere/", headers: { accept: "text/html" } });
  expect([answer.statusCode, answer.body]).toEqual([404, "<p>Nothing here</p>"]);
  expect((await server.app.inject("/api/nowhere")).json().code).toBe("not-found");
});

test("nothing outside the site's folder is served", async () => {
  const answer = await server.app.inject("/..%2f..%2f..%2fetc%2fpasswd");
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContain("root:");
});
