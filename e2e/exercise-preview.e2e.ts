import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { PackFolder } from "../exercises/testing/pack-folder.ts";
import { run as makeNew } from "../scripts/exercise/new/command.ts";
import { isAlive } from "../services/processes/process-by-pid.ts";
import { LessonPage } from "./lesson-page.ts";
import { firstOpening, startPreview } from "./preview-process.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

/** A pack on disk with the exercise that a new author gets. */
async function makePack(slug: string, title: string): Promise<PackFolder> {
  const pack = await PackFolder.make();
  onTestFinished(() => pack.remove());
  const silent = vi.spyOn(console, "log").mockImplementation(() => {});
  await makeNew([slug, "--pack", pack.path, "--title", title]);
  silent.mockRestore();
  return pack;
}

test("an author previews an exercise of a pack, the page follows what is changed, and SIGTERM ends all of it", {
  timeout: 420_000,
}, async () => {
  const pack = await makePack("evening", "Saturday night");
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(join(pack.path, "evening", file), "utf8");
    expect(text).toContain(from);
    await pack.write(`evening/${file}`, text.replace(from, to));
  };
  const { link, brokerPid, said, end } = await startPreview("exercise", "evening", "--pack", pack.path);
  expect(said()).toContain("It follows your changes.");

  const { page, close } = await visitor();
  page.setDefaultTimeout(firstOpening);
  const lesson = new LessonPage(page);
  await lesson.open(link);
  await page.getByRole("heading", { name: "Saturday night" }).waitFor();
  await lesson.check();
  await lesson.bench.locator(".wb-verdict.bad").first().waitFor();

  // Nobody loads the page again from here on.
  await change("exercise.yaml", "Saturday night", "Sunday night");
  await page.getByRole("heading", { name: "Sunday night" }).waitFor();

  await change("README.md", "", "Count the **seats**, please.\n\n");
  await page.getByText("Count the seats, please.").first().waitFor();

  // The tab is chosen in the page that was loaded anew: the new page begins with the first one.
  const loaded = page.waitForEvent("load");
  await change("checks.ts", "TicketsSold: more seats", "TicketsSold: many more seats");
  await loaded;
  await lesson.openTab("Checks");
  await lesson.bench.getByText("TicketsSold: many more seats").first().waitFor();
  await close();

  expect(said()).not.toContain("Invalid hook call");
  expect(await end()).toBe(0);
  expect(isAlive(brokerPid)).toBe(false);
  await expect(fetch(link)).rejects.toThrow("fetch failed");
});
