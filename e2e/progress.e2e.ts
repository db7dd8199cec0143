import { readFile } from "node:fs/promises";
import { expect, inject, test } from "vitest";
import { abilityWords } from "../language/english/abilities.ts";
import { lessonWords } from "../language/english/lesson-page.ts";
import { course } from "../lessons/course.ts";
import { lessonFolders } from "../scripts/lesson/lesson-folders.ts";
import { neighboursOf } from "../site/src/lessons/neighbours.ts";
import { readNdjson } from "../site/src/progress/progress-ndjson.ts";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const slug = "create-and-read-only";
const title = "Create and Read Only";

test("a learner says “I know this”, passes the hardest exercise, and goes on where they were", async () => {
  const { page, complaints, close } = await visitor();
  const known = (await lessonFolders()).map(({ name }) => name);
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/${slug}/`);
  await page.getByRole("link", { name: "I know this already" }).click();
  const solution = await sourceOf("cart-read-only", "solution");
  await lesson.write(solution);
  await lesson.check();
  await page.getByText("You passed the exercise for this lesson. The lesson counts as known.").waitFor();

  await page.goto(`${inject("url")}/`);
  const map = page.getByRole("main");
  const written = course.filter(({ slug: each }) => known.includes(each));
  await map.getByText(`You have passed 1 of ${written.length} lessons`).waitFor();
  await map.getByRole("listitem").filter({ hasText: title }).getByText("passed").last().waitFor();
  // The lesson opened last is passed: the next one that is not comes now.
  const next = written.find(({ number }) => number > 8);
  await map.getByRole("link", { name: new RegExp(`^Continue with lesson ${next?.number},`) }).click();
  await page.waitForURL(new RegExp(`/lessons/${next?.slug}/`));

  // The map marks what the learner can do now, and only that.
  await page.goto(`${inject("url")}/lessons/`);
  const ability = (exercise: string) => page.locator(`[data-ability="${exercise}"]`);
  await ability("cart-read-only").getByText(abilityWords.passed).waitFor();
  expect(await page.locator("[data-ability][data-passed]").count()).toBe(1);
  await page.getByText("builds on lesson 8").first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("a lesson's page leads to the lessons before and after it, at both of its ends", async () => {
  const { page, complaints, close } = await visitor();
  const known = (await lessonFolders()).map(({ name }) => name);
  const { previous, next } = neighboursOf(slug, course, known);
  for (const at of ["top", "end"] as const) {
    for (const neighbour of [previous, next]) {
      await page.goto(`${inject("url")}/lessons/${slug}/`);
      const links = page.getByRole("navigation", { name: lessonWords.neighbours.name[at], exact: true });
      await links.getByRole("link", { name: neighbour?.title ?? "" }).click();
      await page.waitForURL(new RegExp(`/lessons/${neighbour?.slug}/$`));
    }
  }
  expect(complaints).toEqual([]);
  await close();
});

test("a learner exports their log, clears it, takes that back, clears again, imports, and all is back", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("staticUrl")}/lessons/${slug}/`);
  const mine = await sourceOf("cart-read-only", "solution");
  await lesson.write(mine);
  await lesson.check();
  await lesson.bench
    .getByText(/Right on this log/)
    .first()
    .waitFor();
  await page.locator("[data-question='0'] details.right summary").click();
  // What a quiz does is loaded when the reader comes near it: its score says that the answer is kept.
  await page.locator("[data-score]", { hasText: /^1 of/ }).waitFor();
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes("QuizAnswered")));

  await page.goto(`${inject("staticUrl")}/my-log/`);
  const text = page.getByRole("main");
  await text.getByText("1 exercise passed").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    text.getByRole("button", { name: "Export as NDJSON" }).click(),
  ]);
  const exported = readNdjson(await readFile(await file.path(), "utf8"));
  expect(exported.flaws).toEqual([]);
  const types = new Set(exported.records.map(({ event }) => event.type));
  for (const type of ["LessonOpened", "ExercisePassed", "QuizAnswered", "CodeKept"] as const)
    expect(types).toContain(type);

  const clear = async () => {
    await text.getByRole("button", { name: "Clear all of it" }).click();
    await text.getByText(/the code of 1 exercise/).waitFor();
    await text.getByRole("button", { name: "Yes, clear it" }).click();
    await text.getByText(/Your log is empty/).waitFor();
  };
  await text.getByRole("button", { name: "Clear all of it" }).click();
  await expectAccessible(page, { where: "asked whether to clear", part: "main" });
  await text.getByRole("button", { name: "No, keep it" }).click();
  await clear();
  await text.getByRole("button", { name: "Undo", exact: true }).click();
  await text.getByText("1 exercise passed").waitFor();
  await clear();
  const upload = page.getByLabel("Import a file");
  await upload.setInputFiles(await file.path());
  await text.getByText(/Imported \d+ events/).waitFor();
  await text.getByText("1 exercise passed").waitFor();
  await upload.setInputFiles(await file.path());
  await text.getByText(/Nothing new/).waitFor();

  await lesson.open(`${inject("staticUrl")}/lessons/${slug}/`);
  expect(await (await lesson.editor()).inputValue()).toBe(mine);
  await page.locator("[data-quiz]").scrollIntoViewIfNeeded();
  await page.locator("[data-question='0'] details.right[open]").waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("a learner's own progress folds on the tape, with a reducer that they change", async () => {
  const { page, complaints, close } = await visitor();
  const bench = new LessonPage(page);
  await page.goto(`${inject("staticUrl")}/lessons/${slug}/`);
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => localStorage.getItem("offset-zero/1/progress"));
  await page.goto(`${inject("staticUrl")}/my-log/`);
  await bench.bench.getByRole("button", { name: /^offset 0/ }).click();
  await bench.bench.getByText(`Lesson ${slug} opened`).first().waitFor();
  await bench.write(
    "export const initialState = () => 0;\nexport const evolve = (count: number, event: ProgressEvent) => count + 100;\n",
  );
  await bench.run();
  await bench.bench.getByRole("region", { name: "State" }).getByText("100").first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});
