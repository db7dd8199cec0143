import { existsSync } from "node:fs";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { course, modules } from "../lessons/course.ts";
import { lessonFolders, lessonsFolder } from "../scripts/lesson/lesson-folders.ts";
import { makeLesson } from "../scripts/lesson/new/command.ts";
import { LessonPage } from "./lesson-page.ts";
import { firstOpening, startPreview } from "./preview-process.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const exercise = "cart-read-only";
const task = join(import.meta.dirname, "../exercises", exercise, "README.md");

/** Makes a lesson that nobody has written yet, and deletes it after the test. Gives its slug and its folder. */
async function makeDraft(): Promise<{ slug: string; folder: string }> {
  const written = (await lessonFolders()).map(({ name }) => name);
  const planned = course.findLast(({ slug }) => !written.includes(slug));
  if (!planned) throw new Error("Every lesson of the course is written, so none is left to draft.");
  const { slug } = planned;
  const inModule = modules.find(({ number }) => number === planned.module)?.folder ?? "";
  const folder = join(lessonsFolder, inModule, slug);
  // The module may have no lesson yet, and so no folder.
  const made = existsSync(dirname(folder)) ? folder : dirname(folder);
  const { atime, mtime } = await stat(dirname(made));
  await makeLesson(slug, exercise, lessonsFolder);
  onTestFinished(async () => {
    await rm(made, { recursive: true, force: true });
    // The build of the site is not older than before.
    await utimes(dirname(made), atime, mtime);
  });
  return { slug, folder };
}

/** Replaces a text in a file. */
async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

test("an author previews a new lesson, and the page follows text, quiz, figure and exercise", {
  timeout: 420_000,
}, async () => {
  const { slug, folder } = await makeDraft();
  const [written, { atime, mtime }] = [await readFile(task, "utf8"), await stat(task)];
  onTestFinished(async () => {
    await writeFile(task, written);
    await utimes(task, atime, mtime);
  });
  const { link, said } = await startPreview("lesson", slug);

  const { page, complaints } = await visitor();
  page.setDefaultTimeout(firstOpening);
  await new LessonPage(page).open(link);
  await page.getByRole("heading", { name: "The log says what happened" }).waitFor();

  // Nobody loads the page again from here on.
  await change(join(folder, "lesson.mdx"), "The log says what happened", "A log forgets nothing");
  await page.getByRole("heading", { name: "A log forgets nothing" }).waitFor();
  await change(join(folder, "quiz.yaml"), "What does an event say?", "What does a fact say?");
  await page.getByText("What does a fact say?").waitFor();
  await change(join(folder, "figure.tsx"), "Events so far", "Facts so far");
  await page.getByText("Facts so far").waitFor();
  await writeFile(task, `Look at the **hat**, please.\n\n${written}`);
  await page.getByText("Look at the hat, please.").first().waitFor();

  // Each page with a React component of its own, so that its terminal would say what is wrong with one.
  for (const path of ["", "exercises/open/", "exercises/cart-decide/", "my-log/", "playground/", "terminal/"])
    expect((await fetch(new URL(`/${path}`, link))).ok, path).toBe(true);
  expect(said()).not.toContain("Invalid hook call");
  expect(complaints).toEqual([]);
});
