import { expect, inject, test } from "vitest";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

test("two tabs on one exercise show the code that was edited last, say so, and keep the other's as a version", async () => {
  const { page, complaints, close } = await visitor();
  const url = `${inject("url")}/exercises/loyalty-points/`;
  const one = new LessonPage(page);
  const other = new LessonPage(await page.context().newPage());
  await one.open(url);
  await one.write("export const mine = 1;");
  await other.open(url);
  await other.write("export const theirs = 2;");

  await page.bringToFront();
  await one.bench.getByText("This exercise is open in another tab").waitFor();
  await expect.poll(async () => (await one.editor()).inputValue()).toBe("export const theirs = 2;");
  await one.bench.getByRole("button", { name: "Back to the code of this tab" }).click();
  await expect.poll(async () => (await one.editor()).inputValue()).toBe("export const mine = 1;");

  await other.page.bringToFront();
  await other.bench.getByText("This exercise is open in another tab").waitFor();
  await expect.poll(async () => (await other.editor()).inputValue()).toBe("export const mine = 1;");
  const kept = await page.evaluate(() => localStorage.getItem("offset-zero/1/versions/loyalty-points"));
  expect(kept).toContain("theirs = 2");
  expect(complaints).toEqual([]);
  await close();
});
