import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

/** A wire between a page and the server that can be cut: open sockets close, and nothing answers any more. */
async function wire(page: Page): Promise<{ cut(): Promise<void>; fix(): Promise<void> }> {
  let isCut = false;
  const open = new Set<{ close(): Promise<void> }>();
  await page.routeWebSocket(/\/api\/ws$/, (client) => {
    if (isCut) return void client.close();
    open.add(client);
    client.connectToServer();
  });
  await page.route("**/api/**", (route) => (isCut ? route.abort() : route.fallback()));
  return {
    async cut() {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    async fix() {
      isCut = false;
    },
  };
}

test("the server goes while a lesson is open: the page says so, keeps unsent code and the copied log, folds and checks by itself, and comes back by itself", async () => {
  const { page, close } = await visitor();
  const { cut, fix } = await wire(page);
  const lesson = new LessonPage(page);
  const { bench } = lesson;
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  const solution = await sourceOf("cart-read-only", "solution");
  await lesson.write(solution);
  await lesson.run();
  await expect.poll(() => lesson.place()).toContain("8 of 8");
  await lesson.openTool("What if");
  const rows = bench.getByRole("list", { name: "the log and the copy, step by step" });
  await rows.getByRole("button", { name: /4 ItemRemoved/ }).click();
  await bench.getByRole("button", { name: "Leave out" }).click();
  const divergence = bench.locator(".tf-divergence");
  await divergence.getByText(/Without offset 4 \(ItemRemoved\), the state is different/).waitFor();
  const unsent = `${solution}\n// Not run yet.\n`;
  await lesson.write(unsent);

  await cut();
  await bench.getByText("server lost, reconnecting; recorded log").waitFor();
  await bench.getByRole("button", { name: "Try now" }).waitFor();
  expect(await (await lesson.editor()).inputValue()).toBe(unsent);
  await divergence.getByText(/Without offset 4 \(ItemRemoved\), the state is different/).waitFor();
  expect(await lesson.place()).toContain("8 of 8");

  await lesson.run();
  await expect.poll(() => bench.getByRole("button", { name: "Stop", exact: true }).count()).toBe(0);
  await expect.poll(() => lesson.place()).toContain("8 of 8");
  expect(await bench.locator(".wb-notice").count()).toBe(0);
  await lesson.check();
  await bench
    .getByText(/Right on this log and on \d+ generated logs/)
    .first()
    .waitFor({ timeout: 60_000 });

  await fix();
  await bench.getByText("Kafka 4").first().waitFor({ timeout: 60_000 });
  expect(await (await lesson.editor()).inputValue()).toBe(unsent);
  await lesson.openTool("What if");
  await divergence.getByText(/Without offset 4 \(ItemRemoved\), the state is different/).waitFor();
  await close();
});
