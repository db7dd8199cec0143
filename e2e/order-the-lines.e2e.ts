import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { expect, inject, test } from "vitest";
import { completedSource } from "../exercises/solution-parts.ts";
import { isInSight } from "./control-assertions.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors, phone, type Visitor } from "./visitor.ts";

const visitor = openVisitors();

/** The cart exercise as lines to be put in order, with what a learner sees of them. */
class Lines {
  readonly lesson: LessonPage;
  readonly used: Locator;
  readonly waiting: Locator;

  constructor(lesson: LessonPage) {
    this.lesson = lesson;
    this.used = lesson.bench.getByRole("list", { name: "Lines of your code" }).locator("[data-piece] button");
    this.waiting = lesson.bench
      .getByRole("list", { name: "Lines to choose from" })
      .locator("[data-piece] button");
  }

  async open(): Promise<void> {
    await this.lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
    await this.lesson.bench.getByRole("button", { name: "Open the code" }).click();
  }

  async order(): Promise<string[]> {
    return (await this.used.locator("code").allTextContents()).map((text) => text.trim());
  }

  /** The waiting line with this text. */
  line(text: string): Locator {
    const exactly = new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
    return this.waiting.filter({ hasText: exactly }).first();
  }

  get end(): Locator {
    return this.lesson.bench.getByRole("button", { name: "Put it here" });
  }

  check(): Promise<void> {
    return this.lesson.check();
  }
}

/** The lines of the answer, as the exercise's author wrote them, and how many fixed lines stand above them. */
async function authored(): Promise<{ right: string[]; headLines: number }> {
  const [text, whole] = await Promise.all([
    readFile(join(import.meta.dirname, "../exercises/cart-read-only/order.ts"), "utf8"),
    sourceOf("cart-read-only", "solution"),
  ]);
  const source = completedSource(text, whole).source;
  const begin = source.indexOf("// order\n");
  const region = source.slice(begin + 9, source.indexOf("// end of order"));
  const right = region
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.endsWith("// decoy"));
  return { right, headLines: source.slice(0, begin).split("\n").length - 1 };
}

const answer = async () => (await authored()).right;

async function onPhone(): Promise<Visitor & { lines: Lines }> {
  const guest = await visitor({ viewport: phone, touch: true });
  const lines = new Lines(new LessonPage(guest.page));
  await lines.open();
  return { ...guest, lines };
}

test("on a phone somebody puts the lines in order by two taps each, hears what a decoy does, and passes", async () => {
  const { lines, close } = await onPhone();
  const right = await answer();
  const put = async (text: string) => {
    await lines.line(text).tap();
    await lines.end.tap();
  };
  for (const text of right)
    await put(text === "return { lines, additions };" ? "return { ...cart, lines };" : text);
  await lines.check();
  const { bench } = lines.lesson;
  await bench
    .getByText(/offset 7 names it again/)
    .first()
    .waitFor();

  await bench.getByRole("group", { name: "Show" }).getByRole("button", { name: "Code" }).click();
  await lines.used.filter({ hasText: "return { ...cart, lines };" }).tap();
  await bench.getByRole("button", { name: "Take it out" }).tap();
  await lines.line("return { lines, additions };").tap();
  // Two taps: the line, then the one whose place it takes.
  await lines.used.last().tap();
  expect(await lines.order()).toEqual(right);
  await lines.check();
  await bench
    .getByText(/^Right on this log/)
    .first()
    .waitFor();
  await close();
});

test("on a phone each waiting line is put last by a button beside it, without scrolling to the code", async () => {
  const { lines, close } = await onPhone();
  const { bench } = lines.lesson;
  const { headLines } = await authored();
  for (const place of [1, 2, 3]) {
    const line = lines.waiting.nth(7);
    const text = (await line.textContent())?.trim();
    await line.scrollIntoViewIfNeeded();
    await line.tap();
    const put = bench.getByRole("button", { name: `Put it in line ${headLines + place}` });
    expect(await isInSight(put)).toBe(true);
    await put.tap();
    await expect.poll(async () => (await lines.order()).at(-1)).toBe(text);
    // The next waiting line is where this one was.
    expect(await isInSight(lines.waiting.nth(7))).toBe(true);
  }
  await close();
});

test("with keys alone the lines are put in order, each move is said, and the order survives a reload", async () => {
  const { page, close } = await visitor();
  const lines = new Lines(new LessonPage(page));
  await lines.open();
  const { bench } = lines.lesson;
  await bench.getByRole("button", { name: "Sort ready lines" }).press("Enter");
  const { right, headLines } = await authored();
  for (const text of right) {
    await lines.line(text).press("ArrowUp");
    await expect.poll(async () => (await lines.order()).at(-1)).toBe(text);
  }
  await expect
    .poll(() => bench.locator("p.sr-only[role=status]").textContent())
    .toBe(`Now in line ${headLines + right.length}.`);
  // The line keeps the focus wherever it goes: up twice, down twice, out and in again.
  for (const key of ["ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  expect((await lines.order()).at(-3)).toBe(right.at(-1));
  for (const key of ["ArrowDown", "ArrowDown", "Delete"]) await page.keyboard.press(key);
  expect(await lines.order()).toEqual(right.slice(0, -1));
  await expect
    .poll(() => bench.locator("p.sr-only[role=status]").textContent())
    .toMatch(/^Taken out\. 8 lines/);
  await page.keyboard.press("ArrowUp");
  expect(await lines.order()).toEqual(right);

  await page.reload();
  await expect.poll(() => lines.order()).toEqual(right);
  await lines.used.first().focus();
  await page.keyboard.press("Control+Shift+Enter");
  await bench
    .getByText(/^Right on this log/)
    .first()
    .waitFor();
  await close();
});

test("a mouse drags a line in, within and out", async () => {
  const { page, close } = await visitor();
  const lines = new Lines(new LessonPage(page));
  await lines.open();
  await lines.lesson.bench.getByRole("button", { name: "Sort ready lines" }).click();
  for (const text of ["if (!addition) return cart;", "const lines = takeOut(cart.lines, addition);"])
    await lines.line(text).press("ArrowUp");
  const drag = async (from: Locator, to: Locator, at: "above" | "below") => {
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error("A line is not in sight.");
    await page.mouse.move(start.x + 60, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + 60, at === "above" ? end.y + 2 : end.y + end.height - 2, { steps: 8 });
    await page.mouse.up();
  };
  await drag(lines.used.nth(1), lines.used.nth(0), "above");
  expect(await lines.order()).toEqual([
    "const lines = takeOut(cart.lines, addition);",
    "if (!addition) return cart;",
  ]);
  const first = (await lines.waiting.first().textContent())?.trim();
  await drag(lines.waiting.first(), lines.used.nth(1), "above");
  expect((await lines.order())[1]).toBe(first);
  await drag(lines.used.nth(1), lines.waiting.last(), "below");
  expect(await lines.order()).toHaveLength(2);
  // What ends a drag is no tap: nothing is picked up.
  expect(await lines.lesson.bench.locator("[data-piece] [aria-pressed=true]").count()).toBe(0);
  await close();
});

test("somebody who would rather write finds the starter as it was, and the lines as they were", async () => {
  const { lines, close } = await onPhone();
  await lines.line('case "ItemRemoved":').tap();
  await lines.end.tap();
  const { bench } = lines.lesson;
  await bench.getByRole("button", { name: "Write code" }).tap();
  expect(await bench.locator("textarea.wb-textarea").inputValue()).toContain("// 1. ItemRemoved");
  await bench.getByRole("button", { name: "Sort ready lines" }).tap();
  await expect.poll(() => lines.order()).toEqual(['case "ItemRemoved":']);
  await close();
});
