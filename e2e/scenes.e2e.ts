import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { sceneWords } from "../language/english/scenes.ts";
import { LessonPage, leaving } from "./lesson-page.ts";
import { expectAccessibleInBothThemes, expectFits } from "./page-assertions.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
const laptop = { width: 1366, height: 768 };
const path = "/lessons/create-and-read-only/";
const headings = {
  table: "The table cannot explain its number",
  two: "Two operations are enough",
  mistake: "A mistake is a fact too",
};

/** Scrolls the page until the section is read: its heading is at the top. */
const read = (page: Page, heading: string) =>
  page.getByRole("heading", { name: heading }).evaluate((element) => element.scrollIntoView());

test("while lesson 8 is read, the log follows: the table beside it, offset by offset, and what if", async () => {
  const { page, complaints, close } = await visitor({ viewport: laptop });
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}${path}`);
  const beside = lesson.bench.getByRole("region", { name: sceneWords.beside });
  const row = beside.getByRole("row", { name: "t-shirt" });

  // It opens with the other shop's table, before the first record.
  await beside.getByRole("table").waitFor();
  expect(await row.count()).toBe(0);
  expect(await lesson.place()).toContain("start");

  await read(page, headings.table);
  await expect.poll(() => lesson.place()).toContain("offset 3");
  await expect.poll(() => row.locator("del").allTextContents()).toEqual(["2", "09:02"]);
  await read(page, headings.two);
  await expect.poll(() => lesson.place()).toContain("offset 2");
  expect(await beside.count()).toBe(0);
  await read(page, headings.mistake);
  await expect.poll(() => lesson.place()).toContain("offset 6");
  await beside.getByRole("heading", { name: "The same log without offset 2" }).waitFor();
  await beside.getByText(/^Without offset 2, the state is different from offset 2 on/).waitFor();
  await read(page, headings.table);
  await expect.poll(() => lesson.place()).toContain("offset 3");
  await expectAccessibleInBothThemes(page, "a scene", ".wb-scene");
  expect(complaints).toEqual([]);
  await close();
});

test("a place that the reader chose is kept until they follow the text again", async () => {
  const { page, complaints, close } = await visitor({ viewport: laptop });
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}${path}`);
  const follow = lesson.bench.getByRole("button", { name: sceneWords.follow });
  await read(page, headings.table);
  await expect.poll(() => lesson.place()).toContain("offset 3");
  expect(await follow.getAttribute("aria-pressed")).toBe("true");

  await lesson.transport.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(() => lesson.place()).toContain("offset 4");
  expect(await follow.getAttribute("aria-pressed")).toBe("false");
  await read(page, headings.mistake);
  // What is scrolled to is shown at the next frames: the place has had its chance to move.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await lesson.place()).toContain("offset 4");

  await follow.click();
  await expect.poll(() => lesson.place()).toContain("offset 6");
  await lesson.write(leaving("mine"));
  await expect.poll(() => follow.getAttribute("aria-pressed")).toBe("false");

  // The code is the reader's own now: after a reload nothing moves by itself.
  await page.reload();
  await lesson.bench.getByText("Kafka 4").first().waitFor();
  await expect.poll(() => follow.getAttribute("aria-pressed")).toBe("false");
  expect(complaints).toEqual([]);
  await close();
});

test("in an exercise that the text is not about, a button leads back to the one whose log follows the text", async () => {
  const { page, complaints, close } = await visitor({ viewport: laptop });
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/cqrs/`);
  const follow = lesson.bench.getByRole("button", { name: sceneWords.follow });
  await lesson.bench.getByRole("tab", { name: /^Two readers of one log/ }).click();
  await lesson.bench.getByText("initialView()").first().waitFor();
  expect(await follow.getAttribute("aria-pressed")).toBe("false");
  await follow.click();
  await lesson.bench.getByRole("tab", { name: /^Three lines and no more/, selected: true }).waitFor();
  await expect.poll(() => follow.getAttribute("aria-pressed")).toBe("true");
  expect(await follow.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("on a phone an opened strip leaves the text above it where it was, and shows that there is more in it", async () => {
  const { page, complaints, close } = await visitor({ viewport: phone, touch: true });
  await page.goto(`${inject("url")}${path}`);
  await page
    .locator("astro-island:not([ssr])")
    .filter({ has: page.locator(".workbench") })
    .waitFor({ state: "attached" });
  const strip = page
    .locator("[data-scene-strip]")
    .filter({ hasText: "After offset 3: the state that the workbench’s code computes" });
  await read(page, headings.table);
  /** From the text's last line in sight to the strip. */
  const distance = () =>
    strip.evaluate((element) => {
      const heading = [...document.querySelectorAll("h2, h3")].find((each) =>
        each.textContent?.includes("cannot explain"),
      );
      return Math.round(element.getBoundingClientRect().top - (heading?.getBoundingClientRect().top ?? 0));
    });
  const before = await distance();
  await strip.locator("summary").click();
  await strip.getByRole("table").waitFor();
  // The browser rounds what it draws and where it scrolls to.
  await expect.poll(async () => Math.abs((await distance()) - before)).toBeLessThanOrEqual(1);
  const host = await strip.locator("[data-scene-host]").evaluate((element) => ({
    isCut: element.scrollHeight > element.clientHeight,
    share: element.clientHeight / innerHeight,
    shadows: getComputedStyle(element).backgroundAttachment,
  }));
  expect(host).toMatchObject({ isCut: true, shadows: "local, local, scroll, scroll" });
  expect(host.share).toBeLessThan(0.45);
  expect(complaints).toEqual([]);
  await close();
});

test("on a phone a section has a strip that opens its scene, and the tape keeps its place", async () => {
  const { page, complaints, close } = await visitor({ viewport: phone, touch: true });
  await page.goto(`${inject("url")}${path}`);
  const strip = page
    .locator("[data-scene-strip]")
    .filter({ hasText: "After offset 3: the state that the workbench’s code computes" });
  await page.locator(".workbench").waitFor({ state: "attached" });
  await page
    .locator("astro-island:not([ssr])")
    .filter({ has: page.locator(".workbench") })
    .waitFor({ state: "attached" });
  await strip.locator("summary").click();
  await strip.getByText("Offset 3").first().waitFor();
  await strip.getByRole("table").waitFor();
  expect(await strip.getByRole("row", { name: "t-shirt" }).locator("del").allTextContents()).toEqual([
    "2",
    "09:02",
  ]);
  await expectAccessibleInBothThemes(page, "an open strip", ".scene");
  await expectFits(page, "an open strip");
  await strip.getByRole("link", { name: sceneWords.openWorkbench }).click();
  const lesson = new LessonPage(page);
  await expect.poll(() => lesson.place()).toContain("start");
  expect(complaints).toEqual([]);
  await close();
});
