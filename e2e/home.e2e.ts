import { expect, inject, test } from "vitest";
import { activityWords, homeWords, lessonListWords, liveFold, prediction } from "../language/english/home.ts";
import { course, startHere } from "../lessons/course.ts";
import { lessonFolders } from "../scripts/lesson/lesson-folders.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

test("the home page's fold is stepped, asks before offset 4, and leads to the exercise at its end", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/`);
  const fold = page.getByRole("region", { name: liveFold.name });
  await fold.scrollIntoViewIfNeeded();
  const step = fold.getByRole("button", { name: liveFold.step });
  const now = fold.getByRole("list", { name: liveFold.log }).locator("[aria-current=step]");
  const waitForFold = (offset: number, time: string, record: string, cart: string) =>
    fold.getByText(liveFold.describeFold(offset, time, record, cart)).waitFor();

  // Before it is alive a click would do nothing.
  await page.locator("astro-island:not([ssr])").filter({ has: fold }).waitFor();
  await step.click();
  await waitForFold(0, "09:00", "CartOpened", liveFold.nothing);
  expect(await now.textContent()).toContain("CartOpened");
  await step.click();
  await waitForFold(1, "09:01", "ItemAdded, pants 2", "pants 2");
  await step.click();
  await waitForFold(2, "09:02", "ItemAdded, hat 1", "pants 2, hat 1");
  await fold.getByRole("button", { name: liveFold.back }).click();
  await waitForFold(1, "09:01", "ItemAdded, pants 2", "pants 2");
  await step.click();
  await step.click();
  await waitForFold(3, "09:06", "ItemRemoved, pants 1", "pants 1, hat 1");

  // Here it asks instead of stepping.
  await fold.getByRole("group", { name: prediction.ask }).waitFor();
  expect(await step.count()).toBe(0);
  await fold.getByRole("button", { name: "pants 1, hat 0" }).click();
  await fold.getByRole("status").getByText(prediction.zero).waitFor();
  await waitForFold(4, "09:08", "ItemRemoved, hat 1", "pants 1");

  await step.click();
  await fold.getByText(liveFold.ended).waitFor();
  await fold.getByRole("link", { name: liveFold.write }).click();
  await page.getByRole("region", { name: "Workbench" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("the home page shows three things to do, the written lessons first, the planned ones folded, and the way to teaching", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(`${inject("url")}/`);
  await page.getByRole("heading", { level: 1, name: homeWords.motto.join(" ") }).waitFor();
  const activities = page.getByRole("region", { name: activityWords.title }).getByRole("listitem");
  expect(await activities.count()).toBe(3);
  for (const activity of await activities.all()) {
    expect(await activity.locator("svg").count()).toBe(1);
    const box = await activity.locator("svg").boundingBox();
    expect(box?.height).toBeGreaterThan(100);
  }

  const start = course.find(({ slug }) => slug === startHere);
  const lessons = page.locator("section", { has: page.locator("#lessons") });
  const written = lessons.locator("ol.written > li");
  const known = (await lessonFolders()).map(({ name }) => name);
  expect(await written.count()).toBe(known.length);
  expect(await written.first().textContent()).toContain(start?.title);
  const planned = course.filter(({ slug }) => !known.includes(slug));
  const sentence = lessons.getByText(lessonListWords.planned(planned.length));
  const last = lessons.getByText(planned.at(-1)?.title ?? "none");
  // Once all are written, nothing is said of those that are not.
  expect(await sentence.count()).toBe(planned.length > 0 ? 1 : 0);
  if (planned.length > 0) {
    expect(await last.isVisible()).toBe(false);
    await sentence.click();
    await last.waitFor();
  }

  await page.getByRole("link", { name: homeWords.teachLink }).click();
  await page.waitForURL(/\/teach\/$/);
  await page.getByText("npm run exercise -- new").waitFor();
  expect(complaints).toEqual([]);
  await close();
});
