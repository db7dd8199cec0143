import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer, testSecret } from "../testing/test-playground.ts";
import { buildApp } from "./app.ts";

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
  server = await openTestServer(undefined, { siteDir: folder });
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

test.each([
  "/%5c",
  "/%00",
  "//lessons",
  "//",
  "/lessons//",
  "/lessons%5c",
  "/lessons/%00.html",
  "/%2f%2flessons",
  "/..%5c..%5cetc",
  "/_assets//a",
  "/%5c?a=b",
  "//lessons/?a=%00",
  "/.%2e/%00",
  "/lessons/%5c..%5c",
])("%s leads nowhere: 404, and nothing in the log", async (url) => {
  const written: string[] = [];
  const logger = pino({}, { write: (line: string) => written.push(line) });
  const app = await buildApp(server.playground, folder, testSecret, logger);
  const answer = await app.inject({ url, headers: { accept: "text/html" } });
  expect([answer.statusCode, answer.body]).toEqual([404, "<p>Nothing here</p>"]);
  expect(written).toEqual([]);
  await app.close();
});

test("pages that are not there are answered only so often to one address", async () => {
  const strict = await openTestServer(undefined, { siteDir: folder, env: { PER_ADDRESS_SESSIONS: "1" } });
  for (const url of ["/nowhere", "/%5c"]) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => strict.app.inject(url)));
    expect(answers.map(({ statusCode }) => statusCode)).toContain(429);
  }
  expect((await strict.app.inject("/lessons/")).statusCode).toBe(200);
  await strict.close();
});
