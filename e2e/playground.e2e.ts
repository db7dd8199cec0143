import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();
const rain = [
  '{"key":"gauge-1","event":{"type":"RainFell","data":{"mm":4}}}',
  "oops",
  '{"key":"gauge-2","event":{"type":"RainFell","data":{"mm":2}}}',
  '{"type":"GaugeEmptied"}',
  '{"key":"gauge-1","event":{"type":"GaugeEmptied","data":{}}}',
].join("\n");
/** A loaded machine takes its time. */
const code = `export function initialState() {
  return { fallen: 0 };
}
export function evolve(state, event) {
  return event.type === "RainFell" ? { fallen: state.fallen + event.data.mm } : state;
}`;

async function openPlayground(guest: Visitor, home: string): Promise<LessonPage> {
  const playground = new LessonPage(guest.page);
  await playground.open(`${home}/playground/`);
  return playground;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel("Records, one on each line").fill(text);
  await page.getByRole("button", { name: "Load these records" }).click();
}

/** Whether the whole of an element is inside the window. */
const isInWindow = (element: Locator) =>
  element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** Whatever is told of the state at the last step. */
async function atTheEnd({ bench }: LessonPage): Promise<string> {
  const toTheEnd = bench.getByRole("button", { name: "To the end" });
  // Sent to the button, not clicked: a fold that ends meanwhile stands at the end already, and turns it off.
  if (await toTheEnd.isEnabled()) await toTheEnd.dispatchEvent("click");
  return (await bench.getByRole("region", { name: "State", exact: true }).textContent()) ?? "";
}

test("a first visitor finds a small log that is folded already", async () => {
  const guest = await visitor();
  const playground = await openPlayground(guest, inject("staticUrl"));
  await playground.bench
    .getByText(/An empty cart|lines/)
    .first()
    .waitFor();
  await playground.transport.getByRole("button", { name: /^Step/ }).click();
  await playground.bench
    .getByText(/Offset 0.*Cart opened/)
    .first()
    .waitFor();
  expect(guest.complaints).toEqual([]);
});

test("a learner pastes a log and folds it with their own code; a bad line is named and the rest is kept", async () => {
  const guest = await visitor();
  const playground = await openPlayground(guest, inject("url"));
  await paste(guest.page, rain);
  await guest.page.getByText("Loaded 3 records.").waitFor();
  await guest.page.getByText("2 of 5 lines are not records and are left out.").waitFor();
  await guest.page.getByText(/^Line 2 is not JSON/).waitFor();
  // The answer is where the learner looks, however far down the form is.
  const answer = guest.page.getByText(/^Loaded 3 records\. 2 lines are left out: Line 2 is not JSON/);
  await expect.poll(() => isInWindow(answer)).toBe(true);
  await guest.page.getByText(/^Line 4 has the type “GaugeEmptied” but no "data"/).waitFor();

  await playground.write(code);
  await playground.run();
  await playground.bench.getByText("this browser, your log").waitFor();
  await expect.poll(() => atTheEnd(playground)).toMatch(/fallen\W*6/);

  // The next visit finds log and code as they were left.
  await guest.page.reload();
  await guest.page.getByText("pasted: 3 records").waitFor();
  await expect.poll(() => atTheEnd(playground)).toMatch(/fallen\W*6/);
  expect(guest.complaints).toEqual([]);
});

test("a link restores code, log and step, and leaves the visitor's own alone", async () => {
  const sender = await visitor();
  const sent = await openPlayground(sender, inject("staticUrl"));
  await paste(sender.page, rain);
  await sender.page.getByText("Loaded 3 records.").waitFor();
  await sent.write(code);
  await sent.run();
  await expect.poll(() => atTheEnd(sent)).toMatch(/fallen\W*6/);
  await sent.transport.getByRole("button", { name: /^Back/ }).first().click();
  await sent.bench.getByRole("button", { name: "Share", exact: true }).click();
  const link = await sender.page.getByRole("dialog").getByRole("textbox").first().inputValue();
  expect(link).toContain("/playground/#share=1.");

  const guest = await visitor();
  const own = await openPlayground(guest, inject("staticUrl"));
  await paste(guest.page, '{"type":"Mine","data":{}}');
  await guest.page.getByText("Loaded 1 record.").waitFor();
  await guest.page.goto(link);
  await guest.page.getByText("This log and this code came with a link. Your own are kept.").waitFor();
  await own.bench
    .getByText(/Offset 1.*Rain fell/)
    .first()
    .waitFor();
  expect(await own.bench.getByRole("region", { name: "State", exact: true }).textContent()).toMatch(
    /fallen\W*6/,
  );
  await guest.page.getByRole("button", { name: "Back to mine" }).click();
  await guest.page.getByText("pasted: 1 record", { exact: true }).waitFor();
  expect(guest.complaints).toEqual([]);
});

test("a link that was cut says so and opens nothing", async () => {
  const guest = await visitor();
  const playground = new LessonPage(guest.page);
  await playground.open(`${inject("staticUrl")}/playground/#share=1.tVNNb5wwEP0r`);
  await guest.page.getByText(/^This link cannot be read/).waitFor();
  await guest.page.getByText("a-small-cart: 6 records").waitFor();
  expect(guest.complaints).toEqual([]);
});

test("a log of the course is listed once: the server's topic where there is a server, else the site's copy", async () => {
  const alone = await visitor();
  const withoutServer = await openPlayground(alone, inject("staticUrl"));
  await alone.page.getByRole("button", { name: "course.bank-ledger" }).click();
  await alone.page.getByText("Loaded 14 records.").waitFor();
  await alone.page.getByText("course.bank-ledger: 14 records").waitFor();
  await withoutServer.bench.getByText("this browser, your log").waitFor();
  await alone.page.getByRole("rowheader", { name: "TransactionReversed" }).waitFor();

  const guest = await visitor();
  const playground = await openPlayground(guest, inject("url"));
  await guest.page.getByText("Asking the server for its topics").waitFor({ state: "detached" });
  const listed = await guest.page.locator(".pg-list button").allTextContents();
  expect(new Set(listed).size).toBe(listed.length);
  await guest.page.getByRole("button", { name: "course.bank-ledger" }).click();
  await playground.bench
    .getByText(/Kafka 4/)
    .first()
    .waitFor();
  await expect.poll(() => atTheEnd(playground)).toMatch(/TransactionReversed/);
  expect([...alone.complaints, ...guest.complaints]).toEqual([]);
});

test("a lesson's link brings another's code and step, and the learner goes back to their own", async () => {
  const sender = await visitor();
  const lesson = new LessonPage(sender.page);
  const address = `${inject("staticUrl")}/exercises/parking-garage/`;
  await lesson.open(address);
  await lesson.write("export const theirs = 1;");
  await lesson.bench.getByRole("button", { name: "Share", exact: true }).click();
  const link = await sender.page.getByRole("dialog").getByRole("textbox").first().inputValue();

  const guest = await visitor();
  const own = new LessonPage(guest.page);
  await own.open(address);
  await own.write("export const mine = 2;");
  await guest.page.goto(link);
  await own.bench.getByText("This code came with a link. Your own is kept.").waitFor();
  await expect.poll(async () => (await own.editor()).inputValue()).toBe("export const theirs = 1;");
  expect(guest.page.url()).not.toContain("#");
  await own.bench.getByRole("button", { name: "Back to mine" }).click();
  await expect.poll(async () => (await own.editor()).inputValue()).toBe("export const mine = 2;");
  expect(guest.complaints).toEqual([]);
});
