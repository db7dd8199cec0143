import { cp, glob, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { subPath } from "./e2e-environment.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { serveFolder } from "./static-server.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const lesson = "/lessons/create-and-read-only/";

/** A file server of the test's own, which can be taken away. */
async function serve(folder = inject("staticFolder")): Promise<{ home: string; close(): Promise<void> }> {
  const { port, close } = await serveFolder(folder, subPath);
  onTestFinished(close);
  return { home: `http://localhost:${port}${subPath}`, close };
}

/** Resolves once the whole site is kept. */
async function waitUntilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, {
    timeout: 60_000,
  });
}

test("after one visit, without network and server, somebody opens another lesson, steps, runs and passes, and has the editor that was used", async () => {
  const server = await serve();
  const { page, complaints, close } = await visitor({ offline: true });
  const first = new LessonPage(page);
  await first.open(server.home + lesson);
  await first.bench.getByRole("button", { name: "Open the code" }).click();
  await first.bench.getByRole("region", { name: "Code", exact: true }).click();
  await first.bench.locator(".monaco-editor .view-line").first().waitFor({ timeout: 60_000 });
  await waitUntilKept(page);
  const usedToo = () =>
    page.evaluate(async () => (await (await caches.open("offset-zero-used")).keys()).length);
  await expect.poll(usedToo).toBeGreaterThan(0);
  await server.close();
  await page.context().setOffline(true);

  const chess = new LessonPage(page);
  await chess.open(`${server.home}/lessons/chess/`);
  await chess.bench.getByText("this browser, recorded log").first().waitFor();
  await chess.bench.getByRole("button", { name: "Open the code" }).click();
  await chess.bench.getByRole("region", { name: "Code", exact: true }).click();
  await chess.bench.locator(".monaco-editor .view-line").first().waitFor({ timeout: 60_000 });
  await chess.write(await sourceOf("chess-moves", "solution"));
  await chess.run();
  await chess.bench.getByRole("button", { name: /^Start/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => chess.place()).toContain("offset 0");
  await chess.check();
  await chess.bench
    .getByText(/Right on this log and on \d+ generated logs/)
    .first()
    .waitFor({ timeout: 60_000 });

  await page.goto(`${server.home}/challenges`);
  await page.getByRole("link", { name: "The car that never left" }).click();
  await page.getByRole("heading", { level: 1, name: "The car that never left" }).waitFor();
  await page.goto(`${server.home}/about/`);
  await page
    .getByText(/^In this browser, on recorded logs/)
    .first()
    .waitFor();
  await page.goto(`${server.home}/lessons/not-written-yet/`);
  await page.getByRole("main").getByRole("link").first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

/** The folder of the same site as a later build would leave it: one script has another name, on every page. */
async function laterBuild(): Promise<{ folder: string; script: string }> {
  const parent = await mkdtemp(join(tmpdir(), "offset-zero-later-"));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, "site");
  await cp(inject("staticFolder"), folder, { recursive: true });
  const found = (await readdir(join(folder, "_assets"))).find((name) =>
    /^NewVersionNotice\..*\.js$/.test(name),
  );
  if (!found) throw new Error("The script that every page has is not there.");
  const script = found.replace(/\.js$/, "-later.js");
  await rename(join(folder, "_assets", found), join(folder, "_assets", script));
  for await (const file of glob(["**/*.html", "offline.js"], { cwd: folder })) {
    const text = await readFile(join(folder, file), "utf8");
    const later = text.replaceAll(found, script).replaceAll(/(revision:.)(?=[0-9a-f]{16})/g, "$1later-");
    await writeFile(join(folder, file), later);
  }
  return { folder, script };
}

test("a newer build is offered on a page that stands open, and comes whole; the open page keeps what it was made of", async () => {
  const { folder, script } = await laterBuild();
  let current = await serve();
  const { page, complaints, close } = await visitor({ offline: true });
  await page.goto(current.home + lesson);
  await waitUntilKept(page);
  const { port } = new URL(current.home);
  await current.close();
  const later = await serveFolder(folder, subPath, Number(port));
  onTestFinished(later.close);
  current = { ...current, close: later.close };

  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const line = page.getByText("A newer version of this site is ready.");
  await line.waitFor({ timeout: 60_000 });
  await expectAccessible(page, { part: ".newer" });
  const scripts = () =>
    page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src.includes("_assets")));
  const before = await scripts();
  expect(before.join()).not.toContain(script);
  const answers = await page.evaluate(
    (files) => Promise.all(files.map((file) => fetch(file).then(({ ok }) => ok))),
    before,
  );
  expect(answers).not.toContain(false);

  await page.getByRole("button", { name: "Reload" }).click();
  await expect.poll(async () => (await scripts()).join()).toContain(script);
  expect(await line.isVisible()).toBe(false);
  // The page and the worker are of one build now, also without a network.
  const active = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  const waiting = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null);
  await expect.poll(waiting).toBe(true);
  await expect.poll(active).toBe("activated");
  await current.close();
  await page.context().setOffline(true);
  await page.reload();
  expect((await scripts()).join()).toContain(script);
  expect(complaints).toEqual([]);
  await close();
});
