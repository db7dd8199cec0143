import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browser, expectAccessible } from "./browser.ts";
import { LessonPage } from "./lesson-page.ts";
import { TerminalScreen } from "./terminal-screen.ts";

const visitor = browser();
const patient = { timeout: 30_000 };

/** A window of one learner, with the tabs for later in sight. */
async function window(page: Page): Promise<LessonPage> {
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  const more = lesson.bench.getByRole("button", { name: "More", exact: true });
  // A second window remembers that it was asked for.
  await more
    .or(lesson.bench.getByRole("tab", { name: "Log" }))
    .first()
    .waitFor();
  if (await more.isVisible()) await more.click();
  return lesson;
}

const tab = ({ bench }: LessonPage, name: string) => bench.getByRole("tab", { name, exact: true }).click();
const append = ({ bench }: LessonPage) => bench.getByRole("button", { name: "Append to mine.carts" }).click();

test("an event appended in one window arrives in every view of another", async () => {
  const { page, complaints, close } = await visitor();
  const one = await window(page);
  await tab(one, "Log");
  await append(one);
  await one.bench.getByText(/Kafka put it into .*partition 0, at offset 0\./).waitFor();

  const other = await window(await page.context().newPage());
  await tab(other, "Log");
  const records = other.bench.getByRole("list", { name: "Records of mine.carts, newest first" });
  await records.getByText("partition 0, offset 0").waitFor();
  await other.bench.getByRole("button", { name: "Fold it with my code" }).click();
  await expect.poll(() => other.place(), patient).toContain("1 of 1");
  await tab(other, "Terminal");
  const terminal = new TerminalScreen(other.page);
  await terminal.focus();
  await terminal.type("kcat -C -t mine.carts -f 'heard offset %o of %k'");
  await terminal.shows("heard offset 0 of cart-1");

  await append(one);
  await expect.poll(() => other.place(), patient).toContain("offset 1 · 2 of 2");
  await terminal.shows("heard offset 1 of cart-1");

  // Who stands elsewhere on the tape stays there.
  await other.transport.getByRole("button", { name: /back/i }).first().click();
  await append(one);
  await terminal.shows("heard offset 2 of cart-1");
  await expect.poll(() => other.place(), patient).toMatch(/offset 0 · 1 of 3/);
  expect(complaints).toEqual([]);
  await close();
});

test("a read model lags behind the log, and a learner waits for their own write", async () => {
  const { page, close } = await visitor();
  const lesson = await window(page);
  await tab(lesson, "Read model");
  const { bench } = lesson;
  await bench.getByRole("button", { name: "Pause the consumer" }).click();
  await bench.getByRole("button", { name: "ItemAdded", exact: true }).click();
  await append(lesson);
  await bench.getByText(/The read model does not have it yet: it lags by 1\./).waitFor();
  await bench.getByText("processed 0 of 1 records, lag 1").waitFor();
  await expectAccessible(page, { where: "the read model", part: ".wb-tabpanel" });
  await bench.getByRole("button", { name: "Wait until it is there" }).click();
  await bench.getByText(/you read your own write/).waitFor();
  await bench.getByRole("slider", { name: /processed 1 of 1 records/ }).press("Home");
  await bench.getByText("processed 0 of 1 records, lag 1").waitFor();
  await close();
});
