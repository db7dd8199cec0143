import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { isInSight } from "./control-assertions.ts";
import { LessonPage } from "./lesson-page.ts";
import { TerminalScreen } from "./terminal-screen.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const laptop = { width: 1366, height: 768 };

/** A window of one learner. */
async function window(page: Page): Promise<LessonPage> {
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  return lesson;
}

const append = ({ bench }: LessonPage) => bench.getByRole("button", { name: "Append to mine.carts" }).click();

test("an event appended in one window arrives in every view of another", async () => {
  const { page, complaints, close } = await visitor();
  const one = await window(page);
  await one.openAppendForm();
  await append(one);
  await one.bench.getByText(/Kafka stored it in .*partition 0, at offset 0\./).waitFor();

  const other = await window(await page.context().newPage());
  await other.openTab("Log");
  const records = other.bench.getByRole("list", { name: "Records of mine.carts, newest first" });
  await records.getByText("partition 0, offset 0").waitFor();
  await other.bench.getByRole("button", { name: "Fold it with my code" }).click();
  await expect.poll(() => other.place()).toContain("1 of 1");
  await other.openTool("Terminal");
  const terminal = new TerminalScreen(other.page);
  await terminal.focus();
  await terminal.type("kcat -C -t mine.carts -f 'heard offset %o of %k'");
  await terminal.shows("heard offset 0 of cart-1");

  await append(one);
  await expect.poll(() => other.place()).toContain("offset 1 · 2 of 2");
  await terminal.shows("heard offset 1 of cart-1");

  // Who stands elsewhere on the tape stays there.
  await other.transport.getByRole("button", { name: /back/i }).first().click();
  await append(one);
  await terminal.shows("heard offset 2 of cart-1");
  await expect.poll(() => other.place()).toMatch(/offset 0 · 1 of 3/);
  expect(complaints).toEqual([]);
  await close();
});

test("the tab Log begins with the learner's own log; the form that appends to it comes when it is asked for", async () => {
  const { page, complaints, close } = await visitor({ viewport: laptop });
  const lesson = await window(page);
  await lesson.openTab("Log");
  const { bench } = lesson;
  const open = bench.getByRole("button", { name: "Append an event" });
  await bench.getByText("This is your own log").waitFor();
  await bench.getByRole("heading", { name: "Your topic mine.carts, live" }).waitFor();
  expect(await open.getAttribute("aria-expanded")).toBe("false");
  expect(await bench.getByRole("textbox", { name: "Data", exact: true }).count()).toBe(0);
  await lesson.openAppendForm();
  await append(lesson);
  // The record that was made is in sight beside the form.
  const record = bench
    .getByRole("list", { name: "Records of mine.carts, newest first" })
    .getByRole("listitem");
  await bench.getByText(/Kafka stored it in/).waitFor();
  await record.first().waitFor();
  expect(await isInSight(record.first())).toBe(true);
  expect(await isInSight(bench.getByRole("button", { name: "Append to mine.carts" }))).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("an event that is too large is refused before it is sent, its text stays, and a smaller one goes through", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = await window(page);
  await lesson.openAppendForm();
  const data = lesson.bench.getByRole("textbox", { name: "Data", exact: true });
  const large = JSON.stringify({ sku: "x".repeat(140_000), qty: 1 });
  await data.fill(large);
  await append(lesson);
  await lesson.bench.getByText(/bytes with its key; 65,536 are allowed/).waitFor();
  expect(await data.inputValue()).toBe(large);
  await data.fill('{"sku":"mug","qty":1}');
  await append(lesson);
  await lesson.bench.getByText(/Kafka stored it in .*at offset 0\./).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("a read model lags behind the log, and a learner waits for their own write", async () => {
  const { page, close } = await visitor();
  const lesson = await window(page);
  await lesson.openTool("Read model");
  const { bench } = lesson;
  await bench.getByRole("button", { name: "Pause the consumer" }).click();
  await bench.getByRole("button", { name: "ItemAdded", exact: true }).click();
  await append(lesson);
  await bench.getByText(/The read model does not have it yet: its lag is 1\./).waitFor();
  await bench.getByText("processed 0 of 1 records, lag 1").waitFor();
  await expectAccessible(page, { where: "the read model", part: ".wb-tabpanel" });
  await bench.getByRole("button", { name: "Wait until it is there" }).click();
  await bench.getByText(/The read model now includes it/).waitFor();
  await bench.getByRole("slider", { name: /processed 1 of 1 records/ }).press("Home");
  await bench.getByText("processed 0 of 1 records, lag 1").waitFor();
  await close();
});
