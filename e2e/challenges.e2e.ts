import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

/** The row of an exercise in the list of challenges. */
const rowOf = (page: Page, id: string) => page.locator(`[data-exercise="${id}"]`);

describe.each([
  ["with the server", "url"],
  ["without a server", "staticUrl"],
] as const)("%s", (_where, place) => {
  test("somebody opens a challenge, writes a wrong answer, opens the smallest log and passes", async () => {
    const { page, complaints, close } = await visitor();
    const list = `${inject(place)}/challenges/`;
    await page.goto(list);
    await page.getByRole("combobox", { name: "Concept" }).selectOption("lost event");
    await page.getByRole("link", { name: "The car that never left" }).click();
    await page.getByRole("heading", { level: 1, name: "The car that never left" }).waitFor();
    const exercise = new LessonPage(page);
    await exercise.open(page.url());

    await exercise.write(await sourceOf("parking-garage", "wrong/counts-twice"));
    await exercise.check();
    await exercise.bench.getByText("A car holds one place at a time").first().waitFor();
    await exercise.bench
      .getByRole("button", { name: "Open the smallest log on which your code fails (3 records)" })
      .click();
    await exercise.bench.getByText(/^The smallest log on which your code fails/).waitFor();
    await expect.poll(() => exercise.place()).toContain("3 of 3");

    await exercise.write(await sourceOf("parking-garage", "solution"));
    await exercise.check();
    await exercise.bench
      .getByText(/Right on this log and on \d+ generated logs/)
      .first()
      .waitFor();
    const par = exercise.bench.getByText(/^Shortest known answer: \d+ statements\. Your shortest: \d+\./);
    const [, best] = /Your shortest: (\d+)/.exec((await par.textContent()) ?? "") ?? [];

    await page.goto(list);
    expect(await rowOf(page, "parking-garage").textContent()).toMatch(new RegExp(`best ${best}\\s*passed`));
    expect(await rowOf(page, "bank-ledger").textContent()).toMatch(/new\s*$/);
    await page.getByRole("combobox", { name: "State" }).selectOption("passed");
    await expect.poll(() => rowOf(page, "bank-ledger").isVisible()).toBe(false);
    expect(await rowOf(page, "parking-garage").isVisible()).toBe(true);
    expect(complaints.filter((text) => place === "url" || !/404|api/.test(text))).toEqual([]);
    await close();
  });

  test("a failure on a hidden log names its seed, and its link brings the same log again", async () => {
    const { page, close } = await visitor();
    const exercise = new LessonPage(page);
    const address = `${inject(place)}/exercises/cart-views/`;
    const line = exercise.bench.getByText(/^Failed on generated log \d+\. All generated logs follow from/);
    const met = async () => {
      await exercise.check();
      await line.waitFor();
      return /log (\d+)\..*: (\d+)/.exec((await line.textContent()) ?? "")?.slice(1) ?? [];
    };
    await exercise.open(address);
    await exercise.write(await sourceOf("cart-views", "wrong/stops-at-the-unknown"));
    const [log, seed] = await met();
    await line.getByRole("link", { name: "Check on the same logs every time" }).click();
    await page.waitForURL(`${address}?seed=${seed}`);
    await exercise.open(page.url());
    expect(await met()).toEqual([log, seed]);

    await exercise.open(`${address}?seed=20260302`);
    const named = await met();
    expect(named[1]).toBe("20260302");
    await page.reload();
    await exercise.open(page.url());
    expect(await met()).toEqual(named);
    await close();
  });
});

test("filters narrow the list together, stand in the address, and are all taken back at once", async () => {
  const { page, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/challenges/`);
  const count = page.getByRole("main").getByRole("status");
  const all = Number.parseInt((await count.textContent()) ?? "", 10);
  expect(all).toBeGreaterThan(8);
  await page.getByRole("combobox", { name: "Kind" }).selectOption("read model");
  await page.getByRole("combobox", { name: "Difficulty" }).selectOption("3");
  await expect.poll(() => count.textContent()).toMatch(new RegExp(`^\\d+ of ${all} exercises`));
  expect(await rowOf(page, "leaderboard").isVisible()).toBe(true);
  expect(await rowOf(page, "cart-read-only").isVisible()).toBe(false);
  expect(new URL(page.url()).search).toBe("?kind=projector&difficulty=3");

  await page.reload();
  expect(await page.getByRole("combobox", { name: "Kind" }).inputValue()).toBe("projector");
  expect(await rowOf(page, "cart-read-only").isVisible()).toBe(false);
  await page.getByRole("combobox", { name: "State" }).selectOption("passed");
  await expect.poll(() => count.textContent()).toContain("Set one filter back to “all”.");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => count.textContent()).toBe(`${all} exercises.`);
  expect(new URL(page.url()).search).toBe("");
  await close();
});

test("two people are given the same exercise and the same logs on the same day", async () => {
  const openGivenExercise = async () => {
    const { page, close } = await visitor();
    await page.clock.setFixedTime("2026-03-02T23:59:00Z");
    await page.goto(`${inject("staticUrl")}/challenges/`);
    const today = page.getByRole("region", { name: "Today’s exercise" }).getByRole("link");
    const title = await today.textContent();
    await today.click();
    await page.getByRole("heading", { level: 1, name: title ?? "" }).waitFor();
    const { pathname, search } = new URL(page.url());
    await close();
    return pathname + search;
  };
  const mine = await openGivenExercise();
  expect(mine).toMatch(/\/exercises\/[a-z-]+\/\?seed=\d+$/);
  expect(await openGivenExercise()).toBe(mine);
});

test("the page for exercises of packs says what is missing: an id, or the server", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("staticUrl")}/exercises/open/`);
  await page.getByText("The address names no exercise.").waitFor();
  await page.goto(`${inject("staticUrl")}/exercises/open/?id=my-garage`);
  await page.getByText("no server answers here").waitFor();
  expect(complaints.filter((text) => !/404|api/.test(text))).toEqual([]);
  await close();
});

test("what the server gives is opened, checked there and passed on the page for exercises of packs", async () => {
  const { page, complaints, close } = await visitor();
  const exercise = new LessonPage(page);
  await exercise.open(`${inject("url")}/exercises/open/?id=parking-garage`);
  await page.getByRole("heading", { level: 1, name: "The car that never left" }).waitFor();
  await exercise.write(await sourceOf("parking-garage", "solution"));
  await exercise.check();
  await exercise.bench
    .getByText(/Right on this log and on \d+ generated logs/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("every challenge says in one line what to do, beside a picture of its log", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/challenges/`);
  const rows = page.locator("[data-exercise]:not([data-pack-exercise])");
  const count = await rows.count();
  expect(count).toBeGreaterThan(15);
  const summaries = await rows.locator(".summary").allTextContents();
  expect(new Set(summaries).size).toBe(count);
  expect(summaries.filter((text) => text.length < 20 || text.length > 100)).toEqual([]);
  // At least three records, and the sign of the result.
  const marks = await rows.evaluateAll((all) => all.map((row) => row.querySelectorAll("svg rect").length));
  expect(Math.min(...marks)).toBeGreaterThanOrEqual(4);
  expect(complaints).toEqual([]);
  await close();
});
